package finding

import "testing"

func TestSecret(t *testing.T) {
	for name, want := range map[string]bool{
		"master_password": true, "MasterPassword": true, "db-passwd": true, "DB_PASS": true, "PGPASSWORD": true,
		"secret_string": true, "auth_token": true, "private_key": true, "privateKey": true, "api-key": true, "AWS_ACCESS_KEY_ID": true,
		"user_data_base64": true, "tunnel1_preshared_key": true, "key_material_base64": true, "connection_string": true,
		"environment[0].variables.SMTP_PWD": true, "plaintext": true, "host_key_body": true,

		"metadata_options[0].http_tokens": false, "encrypted": false, "kms_key_id": false, "bypass_policy": false,
		"passthrough": false, "author": false, "key_arn": false, "pinned": false, "": false,
	} {
		if got := Secret(name); got != want {
			t.Errorf("Secret(%q) = %v", name, got)
		}
	}
}

func TestMasked(t *testing.T) {
	for text, want := range map[string]string{
		"postgres://app:hunter2@db/x":          "postgres://***@db/x",
		"https://example.com/a@b":              "https://example.com/a@b",
		"id AKIAIOSFODNN7EXAMPLE.":             "id ***.",
		"-----BEGIN RSA PRIVATE KEY----- MIIE": Hidden,
		"patient 123-45-6789":                  "patient ***-**-****",
		"2026-11-23":                           "2026-11-23",
		"arn:aws:iam::123456789012:root":       "arn:aws:iam::123456789012:root",
	} {
		if got := Masked(text); got != want {
			t.Errorf("Masked(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestMasker shows that what differs still differs, and what is one stays one.
func TestMasker(t *testing.T) {
	var m Masker
	for _, c := range [][2]string{
		{"records-123-45-6789", "records-masked1"},
		{"records-987-65-4321", "records-masked2"},
		{"arn:aws:s3:::records-123-45-6789/*", "arn:aws:s3:::records-masked1/*"},
		{"AKIAABCDEFGHIJKLMNOP", "masked3"},
		{"plain", "plain"},
	} {
		if got := m.Mask(c[0]); got != c[1] {
			t.Errorf("%s is %s, want %s", c[0], got, c[1])
		}
	}
}
