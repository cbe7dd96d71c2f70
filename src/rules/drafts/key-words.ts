/** How a sentence speaks of requests by what a condition key holds: `requests <relation> <noun> <value>`. */
export interface KeyWords {
  readonly relation: string
  readonly noun: string
  /** Where the key is true or false: the requests of each, in the place of relation, noun and value. */
  readonly either?: { readonly true: string; readonly false: string }
}

/**
 * What the documented keys mean (IAM User Guide, "AWS global condition context keys"; Service Authorization Reference,
 * "Condition keys for Amazon S3"): lower-case key, relation, noun. A key that ends in a slash stands for all with that
 * start; what follows is a tag's name.
 */
const NOUNS: ReadonlyMap<string, readonly [relation: string, noun: string]> = new Map([
  ['aws:principalarn', ['by', 'principal']],
  ['aws:principalaccount', ['by principals of', 'account']],
  ['aws:principalorgid', ['by principals of', 'organization']],
  ['aws:principalorgpaths', ['by principals of', 'organization path']],
  ['aws:principaltag/', ['by principals with', 'tag']],
  ['aws:principalservicename', ['by', 'AWS service']],
  ['aws:principalservicenameslist', ['by', 'AWS service']],
  ['aws:principaltype', ['by principals of', 'type']],
  ['aws:userid', ['by', 'unique id']],
  ['aws:username', ['by', 'user']],
  ['aws:tokenissuetime', ['with credentials of', 'issue time']],
  ['aws:multifactorauthage', ['with', 'MFA age']],
  ['aws:federatedprovider', ['through', 'identity provider']],
  ['aws:signinsessionarn', ['from', 'sign-in session']],
  ['aws:chatbotsourcearn', ['from', 'chat configuration']],
  ['identitystore:userid', ['by', 'Identity Center user']],
  ['aws:ec2instancesourcevpc', ['from instances in', 'VPC']],
  ['aws:ec2instancesourceprivateipv4', ['from instances with', 'private address']],
  ['ec2:roledelivery', ['from instances with', 'metadata version']],
  ['ec2:sourceinstancearn', ['from', 'instance']],
  ['lambda:sourcefunctionarn', ['from', 'Lambda function']],
  ['ssm:sourceinstancearn', ['from', 'managed instance']],
  ['aws:sourceidentity', ['with', 'source identity']],
  ['aws:sourcevpc', ['from', 'VPC']],
  ['aws:sourcevpce', ['through', 'VPC endpoint']],
  ['aws:sourcevpcarn', ['from', 'VPC']],
  ['aws:vpceaccount', ['through VPC endpoints of', 'account']],
  ['aws:vpceorgid', ['through VPC endpoints of', 'organization']],
  ['aws:vpceorgpaths', ['through VPC endpoints of', 'organization path']],
  ['aws:sourceip', ['from', 'address']],
  ['aws:vpcsourceip', ['from', 'private address']],
  ['aws:resourceaccount', ['to buckets of', 'account']],
  ['s3:resourceaccount', ['to buckets of', 'account']],
  ['aws:resourceorgid', ['to buckets of', 'organization']],
  ['aws:resourceorgpaths', ['to buckets of', 'organization path']],
  ['aws:resourcetag/', ['to buckets with', 'tag']],
  ['s3:buckettag/', ['to buckets with', 'tag']],
  ['aws:calledvia', ['through', 'AWS service']],
  ['aws:calledviafirst', ['first through', 'AWS service']],
  ['aws:calledvialast', ['last through', 'AWS service']],
  ['aws:calledviaawsmcp', ['through', 'MCP server']],
  ['aws:sourceaccount', ['by AWS services for', 'account']],
  ['aws:sourcearn', ['by AWS services for', 'resource']],
  ['aws:sourceorgid', ['by AWS services for', 'organization']],
  ['aws:sourceorgpaths', ['by AWS services for', 'organization path']],
  ['aws:requestedregion', ['to', 'Region']],
  ['aws:currenttime', ['made at', 'a time']],
  ['aws:epochtime', ['made at', 'a time']],
  ['aws:useragent', ['with', 'user agent']],
  ['aws:referer', ['with', 'referring page']],
  ['aws:requesttag/', ['with', 'request tag']],
  ['aws:tagkeys', ['with', 'request tag']],
  ['s3:tlsversion', ['with', 'TLS version']],
  ['s3:signatureversion', ['with', 'signature version']],
  ['s3:authtype', ['with', 'authentication type']],
  ['s3:signatureage', ['with', 'signature age']],
  ['s3:x-amz-content-sha256', ['with', 'payload hash']],
  ['s3:prefix', ['that list', 'key prefix']],
  ['s3:delimiter', ['that list with', 'delimiter']],
  ['s3:max-keys', ['that list with', 'page size']],
  ['s3:existingobjecttag/', ['for objects with', 'tag']],
  ['s3:requestobjecttag/', ['with', 'object tag']],
  ['s3:requestobjecttagkeys', ['with', 'object tag']],
  ['s3:versionid', ['for', 'object version']],
  ['s3:x-amz-server-side-encryption', ['with', 'encryption header']],
  ['s3:x-amz-server-side-encryption-aws-kms-key-id', ['with', 'KMS key header']],
  ['s3:x-amz-server-side-encryption-customer-algorithm', ['with', 'customer key algorithm']],
  ['s3:x-amz-acl', ['with', 'ACL header']],
  ['s3:x-amz-storage-class', ['with', 'storage class header']],
  ['s3:x-amz-copy-source', ['with', 'copy source']],
  ['s3:x-amz-metadata-directive', ['with', 'metadata directive']],
  ['s3:object-lock-mode', ['with', 'object lock mode']],
  ['s3:object-lock-legal-hold', ['with', 'legal hold']],
  ['s3:object-lock-retain-until-date', ['with', 'retention date']],
  ['s3:object-lock-remaining-retention-days', ['with', 'remaining retention']],
  ['s3:if-match', ['with', 'If-Match header']],
  ['s3:if-none-match', ['with', 'If-None-Match header']],
  ['s3:objectcreationoperation', ['with', 'creation operation']],
  ['s3:accesspointnetworkorigin', ['through access points with', 'network origin']],
  ['s3:dataaccesspointaccount', ['through access points of', 'account']],
  ['s3:dataaccesspointarn', ['through', 'access point']],
  ['s3:accesspointtag/', ['through access points with', 'tag']],
  ['s3:accessgrantsinstancearn', ['through', 'access grants instance']],
  ['s3:locationconstraint', ['with', 'location']],
  ['s3:inventoryaccessibleoptionalfields', ['with', 'inventory field']],
])

const EITHER: ReadonlyMap<string, readonly [noun: string, ifTrue: string, ifFalse: string]> = new Map([
  ['aws:securetransport', ['TLS', 'over TLS', 'without TLS']],
  ['aws:principalisawsservice', ['AWS service', 'by AWS services', 'by others than AWS services']],
  ['aws:viaawsservice', ['AWS service', 'made through AWS services', 'not made through AWS services']],
  ['aws:viaawsmcpservice', ['MCP server', 'through MCP servers', 'not through MCP servers']],
  ['aws:ismcpserviceaction', ['MCP action', 'for MCP actions', 'for others than MCP actions']],
  ['aws:multifactorauthpresent', ['MFA', 'with MFA', 'without MFA']],
  ['aws:assumedroot', ['root session', 'by root sessions', 'by others than root sessions']],
])

/** The words for a condition key, as written; a key that no document lists is called by its name. */
export function keyWords(written: string, shown: (text: string) => string): KeyWords {
  const key = written.toLowerCase()
  const either = EITHER.get(key)
  if (either !== undefined) {
    const [noun, ifTrue, ifFalse] = either
    return { relation: 'with', noun, either: { true: ifTrue, false: ifFalse } }
  }
  const slash = key.indexOf('/') + 1
  const [relation, noun] = NOUNS.get(slash === 0 ? key : key.slice(0, slash)) ?? ['with', shown(written)]
  return {
    relation,
    noun: slash === 0 || !NOUNS.has(key.slice(0, slash)) ? noun : `${noun} ${shown(written.slice(slash))}`,
  }
}
