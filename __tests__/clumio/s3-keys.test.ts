import { describe, expect, test } from 'vitest'
import { needsOf } from '../../src/clumio/needs.js'
import { isUnknownKey } from '../../src/clumio/requests.js'
import { carries, isDocumentedS3Key, isWriteHeader } from '../../src/clumio/s3-keys.js'
import { FEATURES } from '../../src/model/options.js'

describe('which S3 keys a request carries', () => {
  test.each([
    ['the TLS version', 's3:listbucket', 's3:tlsversion', true],
    ['tags of the bucket, whatever their key', 's3:getobject', 's3:buckettag/team', true],
    ['tags of an object with the object', 's3:getobject', 's3:existingobjecttag/scan', true],
    ['and not with the bucket', 's3:listbucket', 's3:existingobjecttag/scan', false],
    ['a prefix with a listing', 's3:listbucketversions', 's3:prefix', true],
    ['and not with an object', 's3:getobject', 's3:prefix', false],
    ['a version with an action on versions', 's3:getobjectversion', 's3:versionid', true],
    ['and not without', 's3:getobject', 's3:versionid', false],
    ['headers of a write with the write', 's3:putobject', 's3:x-amz-server-side-encryption', true],
    ['a hash of the content with nearly all', 's3:getbucketlocation', 's3:x-amz-content-sha256', true],
    ['not with all', 's3:getbucketobjectlockconfiguration', 's3:x-amz-content-sha256', false],
    ['an access point never', 's3:listbucketmultipartuploads', 's3:dataaccesspointarn', false],
    ['an access grant never', 's3:getobject', 's3:accessgrantsinstancearn', false],
  ])('%s', (_, action, key, expected) => {
    expect(carries(action, key)).toBe(expected)
  })

  test.each([
    's3:accessgrantslocationscope',
    's3:annotation-prefix',
    's3:deliverysourcearn',
    's3:destinationregion',
    's3:isreplicationpauserequest',
    's3:logtype',
    's3:max-annotation-results',
    's3:resourcearnbeingauthorized',
    's3:x-amz-bucket-namespace',
    's3:x-amz-object-if-match',
  ])('%s is documented, and no request of Clumio carries it', (key) => {
    expect(isDocumentedS3Key(key)).toBe(true)
    expect(isUnknownKey(key)).toBe(false)
    expect(needsOf(FEATURES).filter(({ lower }) => carries(lower, key))).toEqual([])
  })

  test.each([
    ['s3:x-amz-acl', true],
    ['s3:requestobjecttag/team', true],
    ['s3:object-lock-mode', true],
    ['s3:x-amz-content-sha256', false],
    ['s3:tlsversion', false],
    ['s3:existingobjecttag/team', false],
  ])('%s is a header of writes: %s', (key, expected) => {
    expect(isWriteHeader(key)).toBe(expected)
  })
})
