package repository

import (
	"strings"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// lasting are the names under which a cloud's own tools read keys that last.
var lasting = []struct{ name, cloud string }{
	// https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
	{"AWS_SECRET_ACCESS_KEY", "aws"},
	{"AWS_ACCESS_KEY_ID", "aws"},
	// https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/service_principal_client_secret
	{"ARM_CLIENT_SECRET", "azure"},
	{"AZURE_CLIENT_SECRET", "azure"},
	{"AZURE_CREDENTIALS", "azure"},
	// https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference
	{"GOOGLE_CREDENTIALS", "google"},
	{"GCP_CREDENTIALS", "google"},
	{"GCP_SA_KEY", "google"},
	{"GCLOUD_SERVICE_KEY", "google"},
}

// keyNamed is a key that a name holds: AWS_SECRET_ACCESS_KEY, PROD_AWS_SECRET_ACCESS_KEY.
func keyNamed(name string) (which, cloud string) {
	upper := strings.ToUpper(name)
	for _, l := range lasting {
		if upper == l.name || strings.HasSuffix(upper, "_"+l.name) {
			return l.name, l.cloud
		}
	}
	return "", ""
}

var secretName = pattern.Lazy(`secrets(?:\.|\[')([A-Za-z0-9_]+)`)

// keysOf are the keys in variables: literal ones and those from the secrets of the repository.
// What a step before gave out is a session of its own.
func keysOf(env node) []key {
	var out []key
	for k, v := range env.pairs() {
		text := v.text()
		which, cloud := keyNamed(k.Value)
		if which == "" {
			for _, m := range secretName().FindAllStringSubmatch(text, -1) {
				if which, cloud = keyNamed(m[1]); which != "" {
					break
				}
			}
		}
		if which == "" || text == "" {
			continue
		}
		by := "key"
		if expression := strings.Contains(text, "${{"); expression && !strings.Contains(text, "secrets") && !strings.Contains(text, "vars.") {
			if strings.Contains(text, "outputs.") {
				continue
			}
			by = "unclear"
		}
		out = append(out, key{cloud, which, by, k.at()})
	}
	return session(env, out)
}

// session takes keys away that come with the token of a session, which ends.
func session(env node, all []key) []key {
	if env.get("AWS_SESSION_TOKEN").text() == "" {
		return all
	}
	var out []key
	for _, k := range all {
		if k.cloud != "aws" {
			out = append(out, k)
		}
	}
	return out
}

// signIns are the keys of actions that sign in to a cloud.
func signIns(uses, with node) []key {
	name, _, _ := strings.Cut(strings.ToLower(uses.text()), "@")
	o := inputsOf(with)
	set := func(name string) bool { return o.values[name] != "" }
	at := uses.at()
	switch name {
	case "aws-actions/configure-aws-credentials": // https://github.com/aws-actions/configure-aws-credentials#options
		switch secret := with.get("aws-secret-access-key").text(); {
		case set("aws-session-token"), strings.Contains(secret, "outputs."):
			return []key{{"aws", "session", "federation", at}}
		case secret != "", set("aws-access-key-id"):
			return []key{{"aws", "AWS_SECRET_ACCESS_KEY", "key", at}}
		case set("role-to-assume"):
			return []key{{"aws", "role-to-assume", "federation", at}}
		}
		return []key{{"aws", "credentials", "unclear", at}}
	case "google-github-actions/auth": // https://github.com/google-github-actions/auth#inputs
		switch {
		case set("credentials_json"):
			return []key{{"google", "credentials_json", "key", at}}
		case set("workload_identity_provider"):
			return []key{{"google", "workload_identity_provider", "federation", at}}
		}
	case "google-github-actions/setup-gcloud":
		if set("service_account_key") {
			return []key{{"google", "service_account_key", "key", at}}
		}
	case "azure/login": // https://github.com/Azure/login#input-arguments
		switch {
		case set("creds"):
			return []key{{"azure", "creds", "key", at}}
		case set("client-id"):
			return []key{{"azure", "client-id", "federation", at}}
		}
	}
	return keysOf(with)
}
