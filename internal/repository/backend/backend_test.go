package backend

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestBackends: each case is a configuration and what is said of its backends.
func TestBackends(t *testing.T) {
	s3 := "terraform {\n  backend \"s3\" {\n    bucket = \"b\"\n    key = \"k\"\n%s\n  }\n}\n"
	for text, want := range map[string]string{
		fmt.Sprintf(s3, ""): "s3 encrypt=no lock=no key=no",
		fmt.Sprintf(s3, "encrypt = true\nuse_lockfile = true\nkms_key_id=\"k\""):                                                  "s3 encrypt=yes lock=yes key=yes",
		fmt.Sprintf(s3, "encrypt = \"true\"\ndynamodb_table = \"locks\""):                                                         "s3 encrypt=yes lock=yes key=no",
		fmt.Sprintf(s3, "encrypt = false\nuse_lockfile = false"):                                                                  "s3 encrypt=no lock=no key=no",
		fmt.Sprintf(s3, "encrypt = null\ndynamodb_table = \"\""):                                                                  "s3 encrypt=no lock=no key=no",
		fmt.Sprintf(s3, "encrypt = var.e\nuse_lockfile = true"):                                                                   "s3 encrypt=unseen lock=yes key=no expression",
		fmt.Sprintf(s3, "use_lockfile = false\ndynamodb_table = var.t"):                                                           "s3 encrypt=no lock=unseen key=no expression",
		"terraform {\n  backend \"s3\" {}\n}":                                                                                     "s3 encrypt=unseen lock=unseen key=unseen partial",
		"terraform {\n  backend \"s3\" {\n key=\"k\"\n encrypt=true\n}\n}":                                                        "s3 encrypt=yes lock=unseen key=unseen partial",
		"terraform {\n  backend \"s3\" {\n key=\"k\"\n encrypt=false\n}\n}":                                                       "s3 encrypt=no lock=unseen key=unseen partial",
		"terraform {\n  backend \"s3\" {\n use_lockfile=false\n}\n}":                                                              "s3 encrypt=unseen lock=unseen key=unseen partial",
		"terraform {\n  backend \"local\" {}\n}":                                                                                  "local encrypt=no lock=no key=no",
		"terraform {\n  cloud {\n organization = \"o\"\n workspaces {\n name=\"w\"\n}\n}\n}":                                      "cloud encrypt=no lock=no key=no",
		"terraform {\n  backend \"cos\" {\n bucket=\"b\"\n region=\"r\"\n}\n}":                                                    "cos encrypt=yes lock=no key=no",
		"terraform {\n  backend \"gcs\" {\n bucket=\"b\"\n kms_encryption_key=\"k\"\n}\n}":                                        "gcs encrypt=no lock=no key=yes",
		"terraform {\n  backend \"http\" {\n address=\"http://s.example\"\n}\n}":                                                  "http encrypt=no lock=no key=no insecure=yes",
		"terraform {\n  backend \"http\" {\n address=\"https://s.example\"\n lock_address=\"x\"\n}\n}":                            "http encrypt=no lock=yes key=no",
		"terraform {\n  backend \"http\" {\n address=\"https://s.example\"\n skip_cert_verification=true\n}\n}":                   "http encrypt=no lock=no key=no insecure=yes",
		"terraform {\n  backend \"http\" {}\n}":                                                                                   "http encrypt=no lock=unseen key=no insecure=unseen partial",
		`{"terraform": {"backend": {"s3": {"bucket": "b", "key": "k", "encrypt": true}}}}`:                                        "s3 encrypt=yes lock=no key=no",
		`{"terraform": [{"backend": [{"s3": {"bucket": "b", "key": "k"}}]}]}`:                                                     "s3 encrypt=no lock=no key=no",
		`{"terraform": {"backend": {"s3": {"bucket": "b", "key": "k", "encrypt": "${var.e}"}}}}`:                                  "s3 encrypt=unseen lock=no key=no expression",
		"# terraform { backend \"s3\" {} }\n":                                                                                     "",
		"terraform {\n required_version = \">= 1\"\n backend \"s3\" {\n bucket=\"b\"\n key=\"k\"\n assume_role = { a = 1 }\n}\n}": "s3 encrypt=no lock=no key=no",
	} {
		name := "main.tf"
		if strings.HasPrefix(text, "{") {
			name = "main.tf.json"
		}
		f, err := Read(name, []byte(text))
		var got []string
		for _, b := range f.Backends {
			got = append(got, shown(b))
		}
		if s := strings.Join(got, "; "); s != want || err != nil {
			t.Errorf("%s\n got %s, %v\nwant %s", text, s, err, want)
		}
	}
}

func shown(b Backend) string {
	word := func(s State) string { return []string{"no", "yes", "unseen"}[s] }
	out := fmt.Sprintf("%s encrypt=%s lock=%s key=%s", b.Kind, word(b.Encrypt), word(b.Lock), word(b.CustomerKey))
	if b.Insecure != No {
		out += " insecure=" + word(b.Insecure)
	}
	if b.Partial != "" {
		out += " partial"
	}
	if b.Expression != "" {
		out += " expression"
	}
	return out
}

func TestModules(t *testing.T) {
	f, err := Read("main.tf", []byte("provider \"aws\" {}\nmodule \"a\" {\n  source = \"../modules/a/\"\n}\nmodule \"b\" {\n  source = \"registry/b\"\n}\n"))
	if err != nil || f.Provider.Start.Line != 1 || !f.Manages || !slices.Equal(f.Calls, []string{"../modules/a"}) {
		t.Errorf("%+v, %v", f, err)
	}
	f, err = Read("main.tf", []byte("terraform {\n  encryption {\n    state {\n      method = method.aes_gcm.m\n    }\n  }\n}\n"))
	if err != nil || !f.Encrypted {
		t.Errorf("%+v, %v", f, err)
	}
}

func TestUnreadable(t *testing.T) {
	for text, want := range map[string]string{
		"resource {{{":                                  "line 1 does not parse",
		"resource\n\n\nbackend = = 1":                   "line 1 does not parse",
		"\xff backend":                                  "not UTF-8 text",
		"backend = " + strings.Repeat("(", 1000):        "brackets or signs nest too deep",
		"backend = " + strings.Repeat("! ", 3000) + "x": "brackets or signs nest too deep",
		"backend" + strings.Repeat(" ", MaxSize):        "larger than 2 MiB",
	} {
		if _, err := Read("main.tf", []byte(text)); err == nil || err.Error() != want {
			t.Errorf("%.40q: got %v, want %s", text, err, want)
		}
	}
}

func TestState(t *testing.T) {
	for text, want := range map[string]StateFile{
		`{"version": 4, "resources": [], "outputs": {}}`:             {},
		`{"version": 4, "resources": [{}], "outputs": {}}`:           {Holds: true},
		`{"version": 4, "outputs": {"a": {"value": 1}}}`:             {Holds: true},
		`{"version": 3, "modules": [{"path": ["root"]}]}`:            {Holds: true},
		`{"serial": 1, "encrypted_data": "eA==", "meta": {"k": {}}}`: {Encrypted: true, Holds: true},
	} {
		if got, err := ReadState([]byte(text)); got != want || err != nil {
			t.Errorf("%s: got %+v, %v", text, got, err)
		}
	}
	if _, err := ReadState([]byte("x")); err == nil {
		t.Error("no error for what is no state")
	}
	for name, want := range map[string]bool{"a/terraform.tfstate": true, "terraform.tfstate.backup": true, "terraform.tfstate.1699999999.backup": true, "x.tfstate.md": false, "main.tf": false} {
		if IsState(name) != want {
			t.Errorf("IsState(%s) = %v", name, !want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("main.tf", []byte("terraform {\n  backend \"s3\" {\n    bucket = \"b\"\n    encrypt = var.e\n  }\n  encryption {\n    state {}\n  }\n}\nprovider \"x\" {}\n"))
	f.Add("main.tf.json", []byte(`{"terraform": {"backend": {"http": {"address": "http://x", "skip_cert_verification": true}}, "cloud": [{}]}}`))
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		file, _ := Read(name, src)
		for _, b := range file.Backends {
			if b.Range.Start.Line < 1 {
				t.Errorf("a backend without a place: %+v", b)
			}
		}
		_, _ = ReadState(src)
	})
}
