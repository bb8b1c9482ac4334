package planjson

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// keyARN is how AWS answers which key something has, whoever manages the key.
// https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN
var keyARN = regexp.MustCompile(`^arn:aws[a-z-]*:kms:[^:]*:[0-9]*:key/`)

// reserved begins the aliases of keys that AWS manages.
// https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
const reserved = "alias/aws/"

// keyring is what a document tells of keys, by ARN.
type keyring struct {
	// own are those that the document manages.
	own map[string]bool
	// ofAWS are those that a data source found under a reserved alias, with that.
	ofAWS map[string]string
}

// findKeys looks through the managed keys and what data sources found.
func (r *reader) findKeys() {
	r.keys = keyring{own: map[string]bool{}, ofAWS: map[string]string{}}
	for _, p := range r.instances {
		switch p.address.Type {
		case "aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key":
			if arn, ok := p.text("arn"); ok {
				r.keys.own[arn] = true
			}
		}
	}
	for _, v := range []*values{r.doc.Values, r.doc.prior()} {
		if v != nil {
			r.keys.found(&v.RootModule)
		}
	}
}

// prior is the state that a plan was made on, nil without one.
func (d *document) prior() *values {
	if d.PriorState == nil {
		return nil
	}
	return d.PriorState.Values
}

func (k *keyring) found(m *module) {
	for _, raw := range m.Resources {
		var in instance
		if json.Unmarshal(raw, &in) != nil || in.Mode != "data" {
			continue
		}
		text := func(name string) string { s, _ := decodeValue(in.Values[name]).(string); return s }
		switch in.Type {
		case "aws_kms_alias":
			k.add(text("target_key_arn"), text("name"))
		case "aws_kms_key":
			k.add(text("arn"), text("key_id"))
		}
	}
	for _, raw := range m.ChildModules {
		var child module
		if json.Unmarshal(raw, &child) == nil {
			k.found(&child)
		}
	}
}

// add notes the key that an alias names, or the ARN of one.
func (k *keyring) add(arn, alias string) {
	if i := strings.Index(alias, reserved); i >= 0 && keyARN.MatchString(arn) {
		k.ofAWS[arn] = alias[i:]
	}
}

// key is the value for the ARN of a key. One that is known to be AWS's is named by its
// alias, as in an account. One of a plan that nobody wrote was filled in by AWS: the key
// that it manages, or the Region's default, and the ARN does not tell which. A state
// tells of nothing who wrote it; there it is for the rules to ask for the key.
func (r *reader) key(p *planned, n node, arn string) cty.Value {
	if strings.HasPrefix(p.address.Type, "aws_kms_") || r.keys.own[arn] {
		return cty.NilVal
	}
	if alias, ok := r.keys.ofAWS[arn]; ok {
		return cty.StringVal(alias)
	}
	if p.source != resource.Plan || n.expression.form == written {
		return cty.NilVal
	}
	return resource.Unknown(cty.String, r.cause(p, n, resource.NotVisible,
		"the plan does not tell who chose the key, and its ARN does not tell who manages it", "write the key in the configuration, or read the account"))
}
