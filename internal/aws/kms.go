package aws

import (
	"context"
	"maps"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// A key that is not found was deleted since it was listed.
var (
	listAliases          = operation{service: "kms", name: "ListAliases"}
	listKeys             = operation{service: "kms", name: "ListKeys"}
	describeKey          = operation{service: "kms", name: "DescribeKey", absent: []string{"NotFoundException"}}
	getKeyRotationStatus = operation{service: "kms", name: "GetKeyRotationStatus", absent: []string{"UnsupportedOperationException"}}
	getKeyPolicy         = operation{service: "kms", name: "GetKeyPolicy"}
	listKeyTags          = operation{service: "kms", name: "ListResourceTags"}
)

func kmsParts() []part {
	return []part{
		{
			types: []string{"aws_kms_external_key", "aws_kms_key", "aws_kms_replica_key"},
			uses:  []operation{listAliases, listKeys, describeKey, getKeyRotationStatus, getKeyPolicy, listKeyTags}, run: readKeys,
		},
		{types: []string{"aws_kms_alias"}, uses: []operation{listAliases}, run: readAliases},
	}
}

// alias is one alias that has a key, and the call that showed it.
type alias struct {
	types.AliasListEntry
	read read
}

// aliases lists them once for a Region, but for those of AWS that have no key yet.
func aliases(ctx context.Context, p *place) ([]alias, error) {
	return once(p, "aliases of keys", func() ([]alias, error) {
		var all []alias
		pages := kms.NewListAliasesPaginator(kms.NewFromConfig(p.config()), &kms.ListAliasesInput{Limit: sdk.Int32(100)})
		err := listPages(ctx, p, listAliases, "", pages, func(page *kms.ListAliasesOutput, r read) {
			for _, a := range page.Aliases {
				if a.TargetKeyId != nil {
					all = append(all, alias{a, r})
				}
			}
		})
		return all, err
	})
}

func readAliases(ctx context.Context, p *place) {
	all, err := aliases(ctx, p)
	p.lost(listAliases, "", err)
	for _, a := range all {
		p.emit(item{typ: "aws_kms_alias", name: or(a.AliasName, ""), arn: or(a.AliasArn, ""), read: a.read, attrs: attrs{
			"id": a.AliasName, "name": a.AliasName, "arn": a.AliasArn, "region": p.region,
			"target_key_id": a.TargetKeyId, "target_key_arn": p.arn("kms", "key/"+*a.TargetKeyId),
		}})
	}
}

// readKeys leaves out the keys that AWS manages: they are not the account's to
// judge. Their aliases, whose prefix is reserved, save asking for most of them.
// Source: https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
func readKeys(ctx context.Context, p *place) {
	all, _ := aliases(ctx, p) // without them every key is asked for
	ofAWS := map[string]bool{}
	for _, a := range all {
		ofAWS[*a.TargetKeyId] = ofAWS[*a.TargetKeyId] || strings.HasPrefix(or(a.AliasName, ""), "alias/aws/")
	}
	client := kms.NewFromConfig(p.config())
	var keys []types.KeyListEntry
	pages := kms.NewListKeysPaginator(client, &kms.ListKeysInput{Limit: sdk.Int32(1000)})
	list(ctx, p, listKeys, pages, func(page *kms.ListKeysOutput, _ read) {
		keys = append(keys, slices.DeleteFunc(page.Keys, func(k types.KeyListEntry) bool { return ofAWS[or(k.KeyId, "")] })...)
	})
	forEach(ctx, keys, func(ctx context.Context, k types.KeyListEntry) { readKey(ctx, p, client, k) })
}

// readKey reads one key. One that is about to be deleted is read as well: what is
// encrypted with it has a customer's key, and its deletion can be canceled.
func readKey(ctx context.Context, p *place, client *kms.Client, k types.KeyListEntry) {
	id := or(k.KeyId, "")
	out, r, err := get(ctx, p, describeKey, id, client.DescribeKey, &kms.DescribeKeyInput{KeyId: &id})
	if isAbsent(err) {
		return
	}
	f := asFailure(err)
	if f == nil && out.KeyMetadata == nil {
		f = &failure{op: describeKey, kind: "unreadable"}
	}
	if f != nil {
		// It may be a key of AWS: then there is nothing to judge.
		p.lostOne(r, f)
		p.emitWanted(item{
			typ: "aws_kms_key", name: id, arn: or(k.KeyArn, ""), read: r, unread: f, maybe: f,
			attrs: attrs{"id": id, "key_id": id, "arn": k.KeyArn, "region": p.region},
		})
		return
	}
	m := out.KeyMetadata
	it := keyItem(p, m, r)
	if m.KeyManager == types.KeyManagerTypeAws || !p.wants(it.typ) {
		return
	}
	it.attrs["policy"], it.reads["policy"] = keyPolicy(ctx, p, client, id)
	it.attrs["tags_all"], it.reads["tags_all"] = keyTags(ctx, p, client, id)
	if name := rotationAttr[it.typ]; name != "" {
		switch {
		case !mayRotate(m):
			it.attrs[name] = false
		case m.KeyState == types.KeyStatePendingDeletion || m.KeyState == types.KeyStatePendingReplicaDeletion:
			it.attrs[name] = rotationOfDeleted
		default:
			it.attrs[name], it.reads[name] = keyRotation(ctx, p, client, id)
		}
	}
	p.emit(it)
}

// rotationOfDeleted says why the rotation of a key that is about to be deleted is not
// known: KMS answers false whatever was set.
// Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
var rotationOfDeleted = resource.Cause{
	Kind: resource.NotVisible, What: getKeyRotationStatus.String(), Why: "the key is about to be deleted, and does not show whether it rotates",
	Settle: "cancel the deletion, or run again after it",
}

// rotationAttr is what each type calls the rotation; imported material has none.
var rotationAttr = map[string]string{"aws_kms_key": "enable_key_rotation", "aws_kms_replica_key": "key_rotation_enabled"}

// keyItem chooses the type as the provider does, but for replicas with imported
// material, which are aws_kms_replica_key as well so that their policies are judged.
func keyItem(p *place, m *types.KeyMetadata, r read) item {
	it := item{name: or(m.KeyId, ""), arn: or(m.Arn, ""), read: r, reads: map[string]read{}, attrs: attrs{
		"id": m.KeyId, "arn": m.Arn, "region": p.region, "description": optional(m.Description), "key_usage": m.KeyUsage,
	}}
	regions := m.MultiRegionConfiguration
	switch {
	case regions != nil && regions.MultiRegionKeyType == types.MultiRegionKeyTypeReplica:
		it.typ = "aws_kms_replica_key"
		maps.Copy(it.attrs, attrs{"key_id": m.KeyId, "enabled": enabled(m), "key_spec": m.KeySpec, "primary_key_arn": missing()})
		if regions.PrimaryKey != nil {
			it.attrs["primary_key_arn"] = regions.PrimaryKey.Arn
		}
	case m.Origin == types.OriginTypeExternal:
		it.typ = "aws_kms_external_key"
		maps.Copy(it.attrs, attrs{
			"enabled": enabled(m), "key_spec": m.KeySpec, "key_state": m.KeyState, "multi_region": m.MultiRegion,
			"expiration_model": optional(m.ExpirationModel), "valid_to": nil, // left out where the material does not expire
		})
		if m.ValidTo != nil {
			it.attrs["valid_to"] = m.ValidTo
		}
	default:
		it.typ = "aws_kms_key"
		maps.Copy(it.attrs, attrs{
			"key_id": m.KeyId, "is_enabled": enabled(m), "customer_master_key_spec": m.KeySpec, "multi_region": m.MultiRegion,
			"custom_key_store_id": optional(m.CustomKeyStoreId), "xks_key_id": nil, // present for keys of such stores alone
		})
		if m.XksKeyConfiguration != nil {
			it.attrs["xks_key_id"] = m.XksKeyConfiguration.Id
		}
	}
	return it
}

// enabled tells whether a key is usable by its state: the flag beside it is false
// also where the answer does not hold it.
// Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html
func enabled(m *types.KeyMetadata) any {
	if m.KeyState == "" {
		return missing()
	}
	return m.KeyState == types.KeyStateEnabled
}

// mayRotate tells whether KMS rotates keys of this kind at all: asking for others is
// an error. What the answer does not say has to be asked.
// Source: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
func mayRotate(m *types.KeyMetadata) bool {
	return (m.KeySpec == types.KeySpecSymmetricDefault || m.KeySpec == "") && (m.Origin == types.OriginTypeAwsKms || m.Origin == "")
}

func keyRotation(ctx context.Context, p *place, client *kms.Client, id string) (any, read) {
	out, r, err := get(ctx, p, getKeyRotationStatus, id, client.GetKeyRotationStatus, &kms.GetKeyRotationStatusInput{KeyId: &id})
	switch f := asFailure(err); {
	case f != nil:
		p.lostOne(r, f)
		return f, r
	case err != nil:
		return false, r
	}
	return out.KeyRotationEnabled, r
}

// keyPolicy reads the only policy that a key can have, which is called default.
// Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html
func keyPolicy(ctx context.Context, p *place, client *kms.Client, id string) (any, read) {
	out, r, err := get(ctx, p, getKeyPolicy, id, client.GetKeyPolicy, &kms.GetKeyPolicyInput{KeyId: &id, PolicyName: sdk.String("default")})
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		return f, r
	}
	return out.Policy, r
}

func keyTags(ctx context.Context, p *place, client *kms.Client, id string) (any, read) {
	var tags []types.Tag
	var r read
	pages := kms.NewListResourceTagsPaginator(client, &kms.ListResourceTagsInput{KeyId: &id})
	err := listPages(ctx, p, listKeyTags, id, pages, func(page *kms.ListResourceTagsOutput, of read) {
		tags, r = append(tags, page.Tags...), of
	})
	if f := asFailure(err); f != nil {
		p.run.lose(p, named(listKeyTags, id), f, nil)
		return f, r
	}
	return tagsOf(tags, func(t types.Tag) (key, value *string) { return t.TagKey, t.TagValue }), r
}
