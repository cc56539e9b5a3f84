import type { RecordSource, Scalar, Subject } from '@xueshi/core';
import type { Trade } from './build-offices';
import type { Random } from './random';

/** One thing a person learned, before it is declared. `days` is how long it took. */
export interface Learning {
  form: string;
  subject: Subject;
  source: RecordSource;
  title: string;
  values: Record<string, Scalar>;
  days: number;
}

const topics: Record<Trade, string[]> = {
  school: ['义务教育新课程标准', '班主任工作方法', '信息化教学设计', '学生心理健康教育', '校本课程开发', '跨学科主题学习'],
  college: ['课程思政建设', '科研方法与学术规范', '智慧教学与混合式课堂', '专业认证与质量保障', '人工智能与高等教育', '实验室安全管理'],
  hospital: ['临床诊疗新进展', '医院感染防控', '急诊急救技能', '中医适宜技术', '护理质量与安全', '医学影像新技术'],
  engineering: ['装配式建筑设计', '城市轨道交通信号', '工程项目风险管理', '建筑信息模型应用', '绿色建筑与节能', '软件工程与数据治理'],
  agriculture: ['小麦绿色高产栽培', '设施蔬菜病虫害防治', '高标准农田建设', '农产品质量安全', '畜禽疫病防控', '数字农业技术'],
  finance: ['政府会计准则', '企业内部控制', '税收政策更新', '管理会计实务', '财务信息化', '审计风险防范'],
  media: ['融媒体采编', '新闻职业道德', '视频节目制作', '舆情分析与引导', '数字出版技术', '版权保护实务'],
  library: ['古籍保护与修复', '数字档案管理', '阅读推广', '文献资源建设', '档案信息化', '公共文化服务'],
};
const generalCourses = [
  '数字经济与人工智能',
  '知识产权保护',
  '专业技术人员职业道德',
  '中原城市群高质量发展',
  '突发事件应急管理',
  '科学精神与创新能力',
  '法治思维与依法行政',
];
const platforms = ['中州云课（演示）', '嵩山学堂（演示）', '豫学网（演示）'];

const general = (random: Random, hours: number): Learning =>
  random.weighted<() => Learning>([
    [
      7,
      () => ({
        form: 'online-course',
        subject: 'general',
        source: random.weighted<RecordSource>([
          [5, 'self'],
          [3, 'platform'],
        ]),
        title: `公需科目：${random.pick(generalCourses)}`,
        values: { subject: 'general', hours, platform: random.pick(platforms) },
        days: random.between(5, 40),
      }),
    ],
    [
      2,
      () => ({
        form: 'training',
        subject: 'general',
        source: random.weighted<RecordSource>([
          [3, 'self'],
          [1, 'employer'],
        ]),
        title: `公需科目集中培训：${random.pick(generalCourses)}`,
        values: { organizer: 'city', hours, organizerName: '市级人社部门（演示）' },
        days: 5,
      }),
    ],
    [
      1,
      () => ({
        form: 'base-training',
        subject: 'general',
        source: 'base',
        title: `公需科目培训班：${random.pick(generalCourses)}`,
        values: { hours, className: `第${random.between(1, 12)}期` },
        days: 5,
      }),
    ],
  ])();

const specialty = (random: Random, trade: Trade): Learning => {
  const topic = random.pick(topics[trade]);
  const self = (form: string, title: string, values: Record<string, Scalar>, days: number): Learning => ({
    form,
    subject: 'specialty',
    source: 'self',
    title,
    values,
    days,
  });
  return random.weighted<() => Learning>([
    [
      26,
      () => ({
        ...self(
          'training',
          `${topic}高级研修班`,
          { organizer: random.pick(['ministry', 'province', 'city', 'industry']), hours: random.between(6, 15) * 4, organizerName: '行业主管部门（演示）' },
          random.between(3, 8),
        ),
        source: random.weighted<RecordSource>([
          [6, 'self'],
          [1, 'employer'],
          [1, 'import'],
        ]),
      }),
    ],
    [
      20,
      () => ({
        ...self(
          'online-course',
          `网络课程：${topic}`,
          { subject: 'specialty', hours: random.between(16, 60), platform: random.pick(platforms) },
          random.between(7, 60),
        ),
        source: random.weighted<RecordSource>([
          [2, 'self'],
          [1, 'platform'],
        ]),
      }),
    ],
    [
      14,
      () => {
        const days = random.between(1, 4);
        const paper = random.chance(0.3);
        return self(
          'conference',
          `${topic}学术会议`,
          { level: random.pick(['national', 'provincial']), days, ...(paper ? { presentedPaper: true, paperTitle: `${topic}的实践与思考` } : {}) },
          days,
        );
      },
    ],
    [
      9,
      () => ({
        ...self('base-training', `${topic}专题培训班`, { hours: random.between(3, 10) * 4, className: `第${random.between(1, 12)}期` }, random.between(3, 7)),
        source: 'base',
      }),
    ],
    [
      8,
      () =>
        self(
          'publication',
          `论文《${topic}研究》`,
          {
            kind: 'article',
            journal: random.pick(['international-or-national', 'provincial-core', 'issn-cn']),
            rank: random.between(1, 3),
            publisher: '《演示学刊》',
          },
          1,
        ),
    ],
    [
      5,
      () =>
        self(
          'research-project',
          `${topic}课题`,
          { level: random.pick(['national', 'provincial']), part: random.pick(['main', 'sub']), rank: random.between(1, 3) },
          random.between(60, 200),
        ),
    ],
    [5, () => self('grassroots-service', `${topic}下基层服务`, { days: random.between(1, 5), place: '演示乡镇' }, 5)],
    [
      4,
      () =>
        self('degree-education', `${topic}方向在职学习`, { mode: 'degree', coursesPassed: random.between(1, 4), school: '演示大学' }, random.between(90, 150)),
    ],
    [
      2,
      () => {
        const months = random.between(1, 8);
        return self('degree-education', `${topic}课程进修`, { mode: 'course-study', months, school: '演示大学' }, months * 31);
      },
    ],
    [2, () => self('patent', `一种用于${topic}的装置`, { kind: random.pick(['invention', 'utility-model', 'design']), rank: random.between(1, 3) }, 1)],
    [2, () => self('award', `${topic}优秀成果奖`, { level: random.pick(['national', 'provincial']), rank: random.between(1, 3) }, 1)],
    [1, () => self('qualification-exam', '全国专业技术资格考试', { kind: random.pick(['senior', 'intermediate', 'junior', 'practising']) }, 1)],
    [1, () => self('investigation-report', `${topic}专题调研报告`, { endorser: 'local-responsible' }, 10)],
    [1, () => self('other', `${topic}其他形式学习`, { hours: random.between(4, 20), description: '其他形式的继续教育' }, 5)],
    [1, () => ({ ...self('assistance-posting', '驻村帮扶', { months: 12, kind: 'poverty', host: '演示村' }, 366), subject: 'both' as Subject })],
  ])();
};

/** What people learn, by chance and by trade. */
export const learningScenarios = { general, specialty };
