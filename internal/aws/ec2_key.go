package aws

import (
	"context"
	"strings"
)

// managedKeys are the aliases of the keys that AWS manages in a Region, by the ARN of
// the key. Their names begin with aws/, which no other alias can.
// Source: https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
func managedKeys(ctx context.Context, p *place) (map[string]string, error) {
	return once(p, "keys that AWS manages", func() (map[string]string, error) {
		all, err := aliases(ctx, p)
		out := map[string]string{}
		for _, a := range all {
			if name := or(a.AliasName, ""); strings.HasPrefix(name, "alias/aws/") {
				out[p.arn("kms", "key/"+*a.TargetKeyId)] = p.arn("kms", name)
			}
		}
		return out, err
	})
}

// keyOf is the key that something is encrypted with. AWS answers with the ARN of the
// key, which does not show whose it is; a key that AWS manages is given by its alias,
// which does. Where the aliases could not be listed the key is unknown.
func keyOf(ctx context.Context, p *place, key *string) any {
	if key == nil {
		return nil
	}
	if !strings.HasPrefix(*key, p.arn("kms", "key/")) {
		return *key // an alias, or the key of another account, which AWS does not manage
	}
	managed, err := managedKeys(ctx, p)
	if alias, ok := managed[*key]; ok {
		return alias
	}
	if f := asFailure(err); f != nil {
		p.lostOne(p.begin(listAliases, ""), f)
		return f
	}
	return *key
}
