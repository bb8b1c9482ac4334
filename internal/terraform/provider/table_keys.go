package provider

import "github.com/zclconf/go-cty/cty"

// passwords is the API that aws_iam_account_password_policy calls: it has no partial
// updates, and what is not given is reset to the default.
const passwords = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html"

// keys are the defaults of KMS, Secrets Manager, IAM and what people sign in with.
var keys = []entry{
	{"aws_iam_account_password_policy", "hard_expiry", no, passwords},
	{"aws_iam_account_password_policy", "max_password_age", number(0), passwords},
	{"aws_iam_account_password_policy", "minimum_password_length", number(6), passwords},
	{"aws_iam_account_password_policy", "password_reuse_prevention", number(0), passwords},
	{"aws_iam_account_password_policy", "require_lowercase_characters", no, passwords},
	{"aws_iam_account_password_policy", "require_numbers", no, passwords},
	{"aws_iam_account_password_policy", "require_symbols", no, passwords},
	{"aws_iam_account_password_policy", "require_uppercase_characters", no, passwords},

	{"aws_accessanalyzer_analyzer", "type", word("ACCOUNT"), page("accessanalyzer_analyzer")},

	{"aws_iam_role", "max_session_duration", number(3600), "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"},

	{"aws_ssoadmin_permission_set", "session_duration", word("PT1H"), page("ssoadmin_permission_set")},

	{"aws_cognito_user_pool", "mfa_configuration", word("OFF"), page("cognito_user_pool")},
	{"aws_cognito_user_pool_client", "access_token_validity", number(0), "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html"},
	{"aws_cognito_user_pool_client", "token_validity_units.access_token", word("hours"), page("cognito_user_pool_client")},

	{"aws_appstream_fleet", "idle_disconnect_timeout_in_seconds", number(0), page("appstream_fleet")},

	{"aws_kms_key", "customer_master_key_spec", word("SYMMETRIC_DEFAULT"), page("kms_key")},
	{"aws_kms_key", "deletion_window_in_days", number(30), page("kms_key")},
	{"aws_kms_key", "enable_key_rotation", no, page("kms_key")},
	{"aws_kms_key", "is_enabled", yes, page("kms_key")},
	{"aws_kms_key", "key_usage", word("ENCRYPT_DECRYPT"), page("kms_key")},
	{"aws_kms_key", "multi_region", no, page("kms_key")},
	{"aws_kms_key", "rotation_period_in_days", rotationPeriod, "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html"},

	{"aws_secretsmanager_secret", "recovery_window_in_days", number(30), page("secretsmanager_secret")},
	{"aws_secretsmanager_secret_rotation", "rotate_immediately", yes, page("secretsmanager_secret_rotation")},
}

// rotationPeriod is a year for a key that rotates.
var rotationPeriod = fallback{needs: []string{"enable_key_rotation"}, value: func(s siblings, _ Version) cty.Value {
	rotates := s("enable_key_rotation")
	switch on, ok := truth(rotates); {
	case ok && on:
		return cty.NumberIntVal(365)
	case ok || absent(rotates):
		return cty.NilVal
	}
	return unknownLike(cty.Number, rotates)
}}
