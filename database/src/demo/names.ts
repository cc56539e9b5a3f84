import type { Random } from './random';

const surnames =
  '王李张刘陈杨黄赵周吴徐孙马胡朱郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤';
const doubleSurnames = ['欧阳', '上官', '司马', '诸葛'];
const men = [
  '伟',
  '强',
  '磊',
  '军',
  '勇',
  '杰',
  '涛',
  '明',
  '超',
  '鹏',
  '建国',
  '志强',
  '文博',
  '浩然',
  '子轩',
  '俊杰',
  '海涛',
  '国庆',
  '永康',
  '振华',
  '晓东',
  '立新',
  '宏伟',
  '少峰',
  '景行',
  '思远',
  '德胜',
  '春生',
  '家豪',
  '一鸣',
];
const women = [
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '艳',
  '娟',
  '霞',
  '玲',
  '燕',
  '秀英',
  '桂兰',
  '雪梅',
  '晓红',
  '婷婷',
  '佳怡',
  '梦瑶',
  '诗涵',
  '雨欣',
  '文静',
  '海燕',
  '春燕',
  '慧敏',
  '淑贞',
  '子涵',
  '若曦',
  '念慈',
  '爱华',
  '丹阳',
  '可心',
];

/** A common Chinese name, invented by chance. */
export function inventedName(random: Random, gender: 'male' | 'female'): string {
  const surname = random.chance(0.02) ? random.pick(doubleSurnames) : random.pick([...surnames]);
  return surname + random.pick(gender === 'male' ? men : women);
}
