import type { PackInput } from '@xueshi/core';
import { items } from './items';

/** 证件、性别、政治面貌、民族、学历、学位、专业 (dictionaries.md §6, §7). */
export const personDictionaries: PackInput['dictionaries'] = [
  {
    code: 'id-type',
    name: '证件类型',
    items: [
      { code: 'resident', name: '居民身份证' },
      { code: 'foreign-resident', name: '外国人永久居留身份证', enabled: false },
      { code: 'hong-kong-macao', name: '港澳居民来往内地通行证', enabled: false },
      { code: 'taiwan', name: '台湾居民来往大陆通行证', enabled: false },
      { code: 'passport', name: '护照', enabled: false, note: '外籍人员暂时无法进行注册' },
    ],
  },
  { code: 'gender', name: '性别', items: items('male 男 female 女 unknown 未知') },
  {
    code: 'political-status',
    name: '政治面貌（GB/T 4762）',
    items: items('01 中共党员 02 中共预备党员 03 共青团员 04 民革 05 民盟 06 民建 07 民进 08 农工党 09 致公党 10 九三学社 11 台盟 12 无党派 13 群众'),
  },
  {
    code: 'ethnicity',
    name: '民族（GB/T 3304）',
    items: items(
      '01 汉族 02 蒙古族 03 回族 04 藏族 05 维吾尔族 06 苗族 07 彝族 08 壮族 09 布依族 10 朝鲜族 11 满族 12 侗族 13 瑶族 14 白族 15 土家族 16 哈尼族 17 哈萨克族 18 傣族 19 黎族 20 傈僳族 ' +
        '21 佤族 22 畲族 23 高山族 24 拉祜族 25 水族 26 东乡族 27 纳西族 28 景颇族 29 柯尔克孜族 30 土族 31 达斡尔族 32 仫佬族 33 羌族 34 布朗族 35 撒拉族 36 毛南族 37 仡佬族 38 锡伯族 39 阿昌族 ' +
        '40 普米族 41 塔吉克族 42 怒族 43 乌孜别克族 44 俄罗斯族 45 鄂温克族 46 德昂族 47 保安族 48 裕固族 49 京族 50 塔塔尔族 51 独龙族 52 鄂伦春族 53 赫哲族 54 门巴族 55 珞巴族 56 基诺族 ' +
        '97 其他 98 外国血统中国籍人士',
    ),
  },
  {
    code: 'education',
    name: '学历（GB/T 4658）',
    items: [
      ...items('10 研究生 20 大学本科 30 大学专科 40 中等职业教育 60 普通高中 70 初中 80 小学 90 其他'),
      ...items('11 博士研究生毕业 14 硕士研究生毕业 17 研究生班毕业', '10'),
      ...items('21 大学本科毕业 22 大学本科结业 23 大学本科肄业', '20'),
      ...items('31 大学专科毕业 32 大学专科结业 33 大学专科肄业', '30'),
      ...items('41 中等专科毕业 44 职业高中毕业 47 技工学校毕业', '40'),
    ],
  },
  { code: 'degree', name: '学位（GB/T 6864）', items: items('1 名誉博士 2 博士 3 硕士 4 学士 0 无') },
  {
    code: 'major',
    name: '所学专业（学科门类）',
    items: items('01 哲学 02 经济学 03 法学 04 教育学 05 文学 06 历史学 07 理学 08 工学 09 农学 10 医学 11 军事学 12 管理学 13 艺术学 14 交叉学科'),
  },
  { code: 'professional-status', name: '人员状态', items: items('pending 待审核 active 在册 transferring 调转中 deregistered 已注销 rejected 已驳回') },
  { code: 'deregistration-reason', name: '注销原因', items: items('retirement 退休 death 去世 other 其他') },
];
