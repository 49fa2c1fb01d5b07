/** Every data file of the rules by its name under `rules/data/`. A new file is one import and one line here. */
import certificates from './data/certificates.json' with { type: 'json' }
import domainSuffixes from './data/domain-suffixes.json' with { type: 'json' }
import forms from './data/forms.json' with { type: 'json' }
import materials from './data/materials.json' with { type: 'json' }
import pictureLimits from './data/picture-limits.json' with { type: 'json' }
import aliyun from './data/providers/aliyun.json' with { type: 'json' }
import generic from './data/providers/generic.json' with { type: 'json' }
import huawei from './data/providers/huawei.json' with { type: 'json' }
import jd from './data/providers/jd.json' with { type: 'json' }
import legacy from './data/providers/legacy.json' with { type: 'json' }
import tencent from './data/providers/tencent.json' with { type: 'json' }
import volcengine from './data/providers/volcengine.json' with { type: 'json' }
import wechat from './data/providers/wechat.json' with { type: 'json' }
import provinces from './data/provinces.json' with { type: 'json' }
import registrars from './data/registrars.json' with { type: 'json' }
import auxiliaryMaterials from './data/rules/auxiliary-materials.json' with { type: 'json' }
import basicMaterials from './data/rules/basic-materials.json' with { type: 'json' }
import certificateRules from './data/rules/certificate.json' with { type: 'json' }
import domainRules from './data/rules/domain.json' with { type: 'json' }
import holderRules from './data/rules/domain-holder.json' with { type: 'json' }
import filingRules from './data/rules/filing.json' with { type: 'json' }
import otherMaterials from './data/rules/other-materials.json' with { type: 'json' }
import personRules from './data/rules/person.json' with { type: 'json' }
import preapprovalRules from './data/rules/preapproval.json' with { type: 'json' }
import serverRules from './data/rules/server.json' with { type: 'json' }
import siteNameRules from './data/rules/site-name.json' with { type: 'json' }
import aliyunServers from './data/servers/aliyun.json' with { type: 'json' }
import huaweiServers from './data/servers/huawei.json' with { type: 'json' }
import tencentServers from './data/servers/tencent.json' with { type: 'json' }
import siteNames from './data/site-names.json' with { type: 'json' }
import sources from './data/sources.json' with { type: 'json' }
import topics from './data/topics.json' with { type: 'json' }
import version from './data/version.json' with { type: 'json' }

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
  'topics.json': topics,
  'site-names.json': siteNames,
  'picture-limits.json': pictureLimits,
  'forms.json': forms,
  'providers/aliyun.json': aliyun,
  'providers/tencent.json': tencent,
  'providers/huawei.json': huawei,
  'providers/volcengine.json': volcengine,
  'providers/jd.json': jd,
  'providers/wechat.json': wechat,
  'providers/generic.json': generic,
  'providers/legacy.json': legacy,
  'servers/aliyun.json': aliyunServers,
  'servers/tencent.json': tencentServers,
  'servers/huawei.json': huaweiServers,
  'rules/basic-materials.json': basicMaterials,
  'rules/auxiliary-materials.json': auxiliaryMaterials,
  'rules/other-materials.json': otherMaterials,
  'rules/filing.json': filingRules,
  'rules/domain.json': domainRules,
  'rules/domain-holder.json': holderRules,
  'rules/server.json': serverRules,
  'rules/certificate.json': certificateRules,
  'rules/person.json': personRules,
  'rules/site-name.json': siteNameRules,
  'rules/preapproval.json': preapprovalRules,
}
