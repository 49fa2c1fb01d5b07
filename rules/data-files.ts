/** Every data file of the rules by its name under `rules/data/`. A new file is one import and one line here. */
import certificates from './data/certificates.json' with { type: 'json' }
import documents from './data/documents.json' with { type: 'json' }
import domainSuffixes from './data/domain-suffixes.json' with { type: 'json' }
import factTopics from './data/fact-topics.json' with { type: 'json' }
import forms from './data/forms.json' with { type: 'json' }
import joining from './data/joining.json' with { type: 'json' }
import materials from './data/materials.json' with { type: 'json' }
import national from './data/national.json' with { type: 'json' }
import papers from './data/papers.json' with { type: 'json' }
import pictureLimits from './data/picture-limits.json' with { type: 'json' }
import aliyun from './data/providers/aliyun.json' with { type: 'json' }
import baidu from './data/providers/baidu.json' with { type: 'json' }
import douyin from './data/providers/douyin.json' with { type: 'json' }
import generic from './data/providers/generic.json' with { type: 'json' }
import huawei from './data/providers/huawei.json' with { type: 'json' }
import jd from './data/providers/jd.json' with { type: 'json' }
import legacy from './data/providers/legacy.json' with { type: 'json' }
import smallPortal from './data/providers/small-portal.json' with { type: 'json' }
import tencent from './data/providers/tencent.json' with { type: 'json' }
import volcengine from './data/providers/volcengine.json' with { type: 'json' }
import wechat from './data/providers/wechat.json' with { type: 'json' }
import province11 from './data/provinces/11.json' with { type: 'json' }
import province12 from './data/provinces/12.json' with { type: 'json' }
import province13 from './data/provinces/13.json' with { type: 'json' }
import province14 from './data/provinces/14.json' with { type: 'json' }
import province15 from './data/provinces/15.json' with { type: 'json' }
import province21 from './data/provinces/21.json' with { type: 'json' }
import province22 from './data/provinces/22.json' with { type: 'json' }
import province23 from './data/provinces/23.json' with { type: 'json' }
import province31 from './data/provinces/31.json' with { type: 'json' }
import province32 from './data/provinces/32.json' with { type: 'json' }
import province33 from './data/provinces/33.json' with { type: 'json' }
import province34 from './data/provinces/34.json' with { type: 'json' }
import province35 from './data/provinces/35.json' with { type: 'json' }
import province36 from './data/provinces/36.json' with { type: 'json' }
import province37 from './data/provinces/37.json' with { type: 'json' }
import province41 from './data/provinces/41.json' with { type: 'json' }
import province42 from './data/provinces/42.json' with { type: 'json' }
import province43 from './data/provinces/43.json' with { type: 'json' }
import province44 from './data/provinces/44.json' with { type: 'json' }
import province45 from './data/provinces/45.json' with { type: 'json' }
import province46 from './data/provinces/46.json' with { type: 'json' }
import province50 from './data/provinces/50.json' with { type: 'json' }
import province51 from './data/provinces/51.json' with { type: 'json' }
import province52 from './data/provinces/52.json' with { type: 'json' }
import province53 from './data/provinces/53.json' with { type: 'json' }
import province54 from './data/provinces/54.json' with { type: 'json' }
import province61 from './data/provinces/61.json' with { type: 'json' }
import province62 from './data/provinces/62.json' with { type: 'json' }
import province63 from './data/provinces/63.json' with { type: 'json' }
import province64 from './data/provinces/64.json' with { type: 'json' }
import province65 from './data/provinces/65.json' with { type: 'json' }
import provinces from './data/provinces.json' with { type: 'json' }
import registrars from './data/registrars.json' with { type: 'json' }
import rejections from './data/rejections.json' with { type: 'json' }
import auxiliaryMaterials from './data/rules/auxiliary-materials.json' with { type: 'json' }
import basicMaterials from './data/rules/basic-materials.json' with { type: 'json' }
import certificateRules from './data/rules/certificate.json' with { type: 'json' }
import domainRules from './data/rules/domain.json' with { type: 'json' }
import holderRules from './data/rules/domain-holder.json' with { type: 'json' }
import filingRules from './data/rules/filing.json' with { type: 'json' }
import otherMaterials from './data/rules/other-materials.json' with { type: 'json' }
import paperRules from './data/rules/paper.json' with { type: 'json' }
import personRules from './data/rules/person.json' with { type: 'json' }
import preapprovalRules from './data/rules/preapproval.json' with { type: 'json' }
import serverRules from './data/rules/server.json' with { type: 'json' }
import siteNameRules from './data/rules/site-name.json' with { type: 'json' }
import aliyunServers from './data/servers/aliyun.json' with { type: 'json' }
import huaweiServers from './data/servers/huawei.json' with { type: 'json' }
import tencentServers from './data/servers/tencent.json' with { type: 'json' }
import signedLimits from './data/signed-limits.json' with { type: 'json' }
import siteNames from './data/site-names.json' with { type: 'json' }
import sources from './data/sources.json' with { type: 'json' }
import topics from './data/topics.json' with { type: 'json' }
import version from './data/version.json' with { type: 'json' }

/** Under `rules/data/` as well, but no part of an edition's data: a pack carries the first two in places of their own. */
export const filesApart: readonly string[] = ['golden.json', 'changelog.json', 'pack-keys.json', 'shared-contacts.json']

export type DataFiles = Readonly<Record<string, unknown>>

/** In the order in which providers are offered and rules are applied. */
export const dataFiles: DataFiles = {
  'version.json': version,
  'sources.json': sources,
  'materials.json': materials,
  'provinces.json': provinces,
  'certificates.json': certificates,
  'domain-suffixes.json': domainSuffixes,
  'registrars.json': registrars,
  'rejections.json': rejections,
  'topics.json': topics,
  'signed-limits.json': signedLimits,
  'site-names.json': siteNames,
  'joining.json': joining,
  'papers.json': papers,
  'picture-limits.json': pictureLimits,
  'documents.json': documents,
  'forms.json': forms,
  'providers/aliyun.json': aliyun,
  'providers/tencent.json': tencent,
  'providers/huawei.json': huawei,
  'providers/volcengine.json': volcengine,
  'providers/jd.json': jd,
  'providers/baidu.json': baidu,
  'providers/wechat.json': wechat,
  'providers/douyin.json': douyin,
  'providers/generic.json': generic,
  'providers/small-portal.json': smallPortal,
  'providers/legacy.json': legacy,
  'servers/aliyun.json': aliyunServers,
  'servers/tencent.json': tencentServers,
  'servers/huawei.json': huaweiServers,
  'fact-topics.json': factTopics,
  'national.json': national,
  'provinces/11.json': province11,
  'provinces/12.json': province12,
  'provinces/13.json': province13,
  'provinces/14.json': province14,
  'provinces/15.json': province15,
  'provinces/21.json': province21,
  'provinces/22.json': province22,
  'provinces/23.json': province23,
  'provinces/31.json': province31,
  'provinces/32.json': province32,
  'provinces/33.json': province33,
  'provinces/34.json': province34,
  'provinces/35.json': province35,
  'provinces/36.json': province36,
  'provinces/37.json': province37,
  'provinces/41.json': province41,
  'provinces/42.json': province42,
  'provinces/43.json': province43,
  'provinces/44.json': province44,
  'provinces/45.json': province45,
  'provinces/46.json': province46,
  'provinces/50.json': province50,
  'provinces/51.json': province51,
  'provinces/52.json': province52,
  'provinces/53.json': province53,
  'provinces/54.json': province54,
  'provinces/61.json': province61,
  'provinces/62.json': province62,
  'provinces/63.json': province63,
  'provinces/64.json': province64,
  'provinces/65.json': province65,
  'rules/basic-materials.json': basicMaterials,
  'rules/auxiliary-materials.json': auxiliaryMaterials,
  'rules/other-materials.json': otherMaterials,
  'rules/filing.json': filingRules,
  'rules/domain.json': domainRules,
  'rules/domain-holder.json': holderRules,
  'rules/server.json': serverRules,
  'rules/certificate.json': certificateRules,
  'rules/person.json': personRules,
  'rules/paper.json': paperRules,
  'rules/site-name.json': siteNameRules,
  'rules/preapproval.json': preapprovalRules,
}
