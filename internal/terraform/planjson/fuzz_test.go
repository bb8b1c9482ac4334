package planjson_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/planjson"
)

// seeds are small, so that the fuzzer does not spend its time on making them smaller.
var seeds = []string{
	`{"format_version":"1.0","values":{"root_module":{"resources":[{` + volume + `,"values":{"encrypted":false},"sensitive_values":{"encrypted":true}}],
	"child_modules":[{"address":"module.m[\"a\"]","resources":[]}]}}}`,
	change(`{` + volume + `,"change":{"actions":["create"],"after":{"encrypted":[{}]},"after_unknown":{"kms_key_id":true,"encrypted":[true,{"a":true}]}}}`),
	`{"format_version":"1.2","resource_changes":[
	{"address":"module.m[0].aws_ebs_volume.v","module_address":"module.m[0]","mode":"managed","type":"aws_ebs_volume","name":"v",
		"change":{"actions":["create"],"after":{},"after_unknown":{"kms_key_id":true}}},
	{"address":"aws_kms_key.k[\"a\"]","mode":"managed","type":"aws_kms_key","name":"k","change":{"actions":["create"],"after":{},"after_unknown":{"arn":true}}}],
	"configuration":{"provider_config":{"aws":{"name":"aws","expressions":{"region":{"references":["var.r"]}}}},"root_module":{
		"resources":[{"address":"aws_kms_key.k","mode":"managed","provider_config_key":"aws"}],
		"module_calls":{"m":{"expressions":{"key":{"references":["aws_kms_key.k[\"a\"].arn","module.m[0].key"]}},"module":{
			"outputs":{"key":{"expression":{"references":["var.key"]}}},
			"resources":[{"address":"aws_ebs_volume.v","mode":"managed","expressions":{"kms_key_id":{"references":["var.key"]}}}]}}}}}}`,
	change(`{"address":"aws_instance.i","mode":"managed","type":"aws_instance","name":"i","change":{"actions":["update"],
		"after":{"ebs_block_device":[{"device_name":"a"}]},"after_unknown":{"ebs_block_device":[{"encrypted":true}],"tags_all":true},"after_sensitive":{"tags":true}}}`),
}

func FuzzPlan(f *testing.F) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		read(t, data)
	})
}

// read reads a document in every way and prints what comes out.
func read(t *testing.T, data []byte) {
	t.Helper()
	set, err := planjson.Read(data, planjson.Options{Name: "plan.json", Root: ".", Wanted: wanted})
	if err != nil {
		return
	}
	dump(set)
	byAddress := map[string]*resource.Resource{}
	for _, r := range set.Resources {
		byAddress[r.Address.String()] = r
	}
	joined, err := planjson.Read(data, planjson.Options{
		Name: "plan.json", Root: ".", Wanted: wanted, Source: func(address string) *resource.Resource { return byAddress[address] },
	})
	if err != nil {
		t.Fatal(err)
	}
	dump(joined)
}

// TestNothingPanics puts values of the wrong type into real plans.
func TestNothingPanics(t *testing.T) {
	files, _ := filepath.Glob("testdata/plans/*/*.json")
	random := rand.New(rand.NewPCG(3, 4))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for range 150 {
			var doc any
			if err := json.Unmarshal(data, &doc); err != nil {
				t.Fatal(err)
			}
			for range 1 + random.IntN(4) {
				spoil(random, doc)
			}
			spoiled, err := json.Marshal(doc)
			if err != nil {
				t.Fatal(err)
			}
			read(t, spoiled)
		}
	}
}

// odd is a value that rarely belongs where it is put.
func odd(random *rand.Rand) any {
	all := []any{
		nil, true, "", "module.m[", 7,
		[]any{},
		[]any{nil, true},
		map[string]any{},
		map[string]any{"references": []any{"aws_kms_key.main.arn"}},
	}
	return all[random.IntN(len(all))]
}

// spoil replaces one value below v, wherever it comes to a stop.
func spoil(random *rand.Rand, v any) {
	switch v := v.(type) {
	case map[string]any:
		if len(v) == 0 {
			return
		}
		names := slices.Sorted(maps.Keys(v))
		name := names[random.IntN(len(names))]
		if inner(v[name]) && random.IntN(6) > 0 {
			spoil(random, v[name])
			return
		}
		v[name] = odd(random)
	case []any:
		if len(v) == 0 {
			return
		}
		i := random.IntN(len(v))
		if inner(v[i]) && random.IntN(6) > 0 {
			spoil(random, v[i])
			return
		}
		v[i] = odd(random)
	}
}

func inner(v any) bool {
	switch v.(type) {
	case map[string]any, []any:
		return true
	}
	return false
}
