package provider

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// schemaFile is the provider's published schema, stripped to names, types and flags.
const schemaFile = "../../../../shared/schema/aws-provider-6.47.json.gz"

type schemaBlock struct {
	Attributes map[string]any `json:"attributes"`
	BlockTypes map[string]struct {
		Block schemaBlock `json:"block"`
	} `json:"block_types"`
}

// gone are the names that version 6 no longer has and that the tables keep for
// configurations of earlier versions.
var gone = []string{
	"aws_flow_log.log_group_name",
	"aws_redshift_cluster.logging",
	"aws_redshift_cluster.logging.bucket_name",
	"aws_redshift_cluster.logging.log_destination_type",
	"aws_redshift_cluster.logging.log_exports",
	"aws_redshift_cluster.logging.s3_key_prefix",
	"aws_secretsmanager_secret.rotation_lambda_arn",
	"aws_secretsmanager_secret.rotation_rules",
	"aws_secretsmanager_secret.rotation_rules.automatically_after_days",
	"aws_opensearch_domain.elasticsearch_version",
}

func readSchema(t *testing.T) map[string]schemaBlock {
	t.Helper()
	f, err := os.Open(schemaFile)
	if err != nil {
		t.Skipf("the provider's schema is not beside this repository: %v", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Resource map[string]struct {
			Block schemaBlock `json:"block"`
		} `json:"resource"`
	}
	if err := json.NewDecoder(z).Decode(&doc); err != nil {
		t.Fatal(err)
	}
	out := map[string]schemaBlock{}
	for typ, r := range doc.Resource {
		out[typ] = r.Block
	}
	return out
}

func (b schemaBlock) has(path []string) bool {
	if _, ok := b.Attributes[path[0]]; ok {
		return true // an attribute may hold objects: security group rules
	}
	inner, ok := b.BlockTypes[path[0]]
	return ok && (len(path) == 1 || inner.Block.has(path[1:]))
}

// TestTablesNameWhatTheProviderHas holds every name in the tables against the
// provider's own schema.
func TestTablesNameWhatTheProviderHas(t *testing.T) {
	schema := readSchema(t)
	check := func(typ string, path ...string) {
		t.Helper()
		if strings.HasPrefix(typ, "github_") {
			return // of another provider
		}
		name := strings.Join(append([]string{typ}, path...), ".")
		block, ok := schema[typ]
		if (!ok || len(path) > 0 && !block.has(path)) != slices.Contains(gone, name) {
			t.Errorf("%s: in the schema %v, listed as gone %v", name, ok && block.has(path), slices.Contains(gone, name))
		}
	}
	for old, now := range renamedTypes {
		check(old)
		check(now)
	}
	for _, table := range [][]entry{databases, storage, compute, containers, network, logs, keys} {
		for _, e := range table {
			path := strings.Split(e.path, ".")
			check(e.typ, path...)
			for _, sibling := range e.fallback.needs {
				check(e.typ, append(slices.Clone(path[:len(path)-1]), strings.TrimSuffix(sibling, "[]"))...)
			}
			if !strings.HasPrefix(e.doc, "https://") {
				t.Errorf("%s of %s has no documentation link", e.path, e.typ)
			}
		}
	}
	for _, i := range inlines {
		check(i.typ, i.target)
		prefix := []string{}
		if i.block != "" {
			prefix = append(prefix, i.block)
			check(i.holder, i.block)
		}
		checkFields(check, i, i.fields, nil, prefix)
	}
	for _, r := range rewrites {
		check(r.typ, r.attr)
		for name := range shapeAttrs(r) {
			check(r.typ, name)
		}
	}
}

func shapeAttrs(r rewrite) map[string]bool {
	out := map[string]bool{}
	if r.needs != nil {
		for name := range r.needs.Attrs {
			out[name] = true
		}
	}
	return out
}

func checkFields(check func(string, ...string), i inline, fields []field, now, old []string) {
	for _, f := range fields {
		at, before := append(slices.Clone(now), f.now), slices.Clone(old)
		if f.old != "" {
			before = append(before, f.old)
		}
		check(i.typ, at...)
		if len(before) > 0 {
			check(i.holder, before...)
		}
		if f.split != nil {
			check(i.typ, append(slices.Clone(at), f.split.now)...)
			check(i.holder, append(slices.Clone(before), f.split.old)...)
		}
		checkFields(check, i, f.fields, at, before)
	}
}
