import type { PackInput } from '@xueshi/core';
import { items } from './items';

const nature = (code: string, name: string, ...prefixes: string[]) => ({
  code,
  name,
  ...(prefixes.length === 0 ? {} : { extra: { creditCodePrefixes: prefixes } }),
});

/** 单位性质、级别、隶属与机构状态 (dictionaries.md §3, §4, §8). A credit code that does not fit the nature is a warning for the reviewer, not an error. */
export const organizationDictionaries: PackInput['dictionaries'] = [
  { code: 'organization-kind', name: '机构类型', items: items('bureau 人社部门 authority 主管部门 employer 用人单位 base 继续教育基地') },
  {
    code: 'organization-nature',
    name: '单位性质',
    items: [
      nature('11', '机关（含参公单位）', '11'),
      nature('21', '事业单位（全额拨款）', '12'),
      nature('22', '事业单位（差额拨款）', '12'),
      nature('23', '事业单位（自收自支）', '12'),
      nature('31', '国有及国有控股企业', '91'),
      nature('32', '集体企业', '91'),
      nature('33', '民营（私营）企业', '91'),
      nature('34', '外商及港澳台投资企业', '91'),
      nature('35', '股份制、其他企业', '91'),
      nature('41', '社会团体', '51', '13'),
      nature('42', '民办非企业单位（社会服务机构）', '52'),
      nature('43', '基金会', '53'),
      nature('51', '个体经济组织', '92'),
      nature('52', '农民专业合作社', '93'),
      nature('99', '其他'),
    ],
  },
  {
    code: 'organization-level',
    name: '单位级别',
    items: items('1 省（部）级 2 副省级 3 市（厅）级 4 副厅级 5 县（处）级 6 副处级 7 乡（科）级 8 副科级 9 股级及以下 0 无级别'),
  },
  { code: 'affiliation', name: '隶属层级', items: items('1 中央驻豫 2 省直 3 省辖市（含航空港区）直 4 县（市、区）直 5 乡镇（街道） 9 无主管') },
  { code: 'organization-status', name: '机构状态', items: items('pending 待审核 active 正常 rejected 已驳回 read-only 停用（只读） merged 已合并') },
  { code: 'base-level', name: '基地级别', items: items('national 国家级 provincial 省级 city 市级 county 县级') },
];
