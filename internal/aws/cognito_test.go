package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var cognitoTypes = []string{"aws_cognito_user_pool", "aws_cognito_user_pool_client"}

func TestCognito(t *testing.T) {
	f := &fake{answers: answers{
		"ListUserPools": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","UserPools":[{"Id":"eu-west-1_A","Name":"portal"}]}`
			}
			return `{"UserPools":[{"Id":"eu-west-1_B","Name":"gone"},{"Id":"eu-west-1_C","Name":"hidden"},{"Id":"eu-west-1_D","Name":"bare"},{"Id":"eu-west-1_E","Name":"garbled"}]}`
		},
		"DescribeUserPool": func(in ask) string {
			switch in.Get("UserPoolId") {
			case "eu-west-1_A":
				return `{"UserPool":{"Id":"eu-west-1_A","MfaConfiguration":"ON","DeletionProtection":"ACTIVE","UserPoolTags":{"DataClass":"PHI"},
					"UserPoolAddOns":{"AdvancedSecurityMode":"ENFORCED"},"Policies":{"PasswordPolicy":{"MinimumLength":12}}}}`
			case "eu-west-1_D":
				return `{"UserPool":{"Id":"eu-west-1_D","MfaConfiguration":"OFF","Policies":{"PasswordPolicy":{}}}}`
			case "eu-west-1_E":
				return `{"UserPool":{"Id":"eu-west-1_E"}}`
			case "eu-west-1_B":
				return "error ResourceNotFoundException"
			}
			return "error AccessDeniedException"
		},
		"ListUserPoolClients": func(in ask) string {
			switch in.Get("UserPoolId") + in.Get("NextToken") {
			case "eu-west-1_A":
				return `{"NextToken":"2","UserPoolClients":[{"ClientId":"web","ClientName":"web"}]}`
			case "eu-west-1_A2":
				return `{"UserPoolClients":[{"ClientId":"plain","ClientName":"plain"},{"ClientId":"old","ClientName":"old"}]}`
			case "eu-west-1_B", "eu-west-1_D", "eu-west-1_E":
				return "error ResourceNotFoundException"
			}
			return "error AccessDeniedException"
		},
		"DescribeUserPoolClient": func(in ask) string {
			switch in.Get("ClientId") {
			case "web":
				return `{"UserPoolClient":{"ClientId":"web","ClientSecret":"never-emitted","AccessTokenValidity":15,"RefreshTokenValidity":1,"TokenValidityUnits":{"AccessToken":"minutes"}}}`
			case "plain":
				return `{"UserPoolClient":{"ClientId":"plain","RefreshTokenValidity":30}}`
			}
			return "error ResourceNotFoundException"
		},
	}}
	const unheld = "unknown: cognito-idp:DescribeUserPool: the answer does not hold what aws_cognito_user_pool."
	seen := f.audit(t, cognitoTypes)
	seen.check(t, map[string]map[string]any{
		"aws_cognito_user_pool eu-west-1_A": {
			"name": "portal", "mfa_configuration": "ON", "deletion_protection": "ACTIVE", "tags_all": map[string]any{"DataClass": "PHI"},
			"user_pool_add_ons": []any{map[string]any{"advanced_security_mode": "ENFORCED"}}, "password_policy": []any{map[string]any{"minimum_length": 12}},
		},
		"aws_cognito_user_pool eu-west-1_D": {"user_pool_add_ons": []any{}, "password_policy": []any{map[string]any{"minimum_length": unheld + "password_policy.minimum_length is made from"}}},
		"aws_cognito_user_pool eu-west-1_E": {"mfa_configuration": unheld + "mfa_configuration is made from", "password_policy": unheld + "password_policy is made from"},
		"aws_cognito_user_pool eu-west-1_C": {"name": "hidden", "unread": "cognito-idp:DescribeUserPool"},
		"aws_cognito_user_pool_client web": {
			"user_pool_id": "eu-west-1_A", "access_token_validity": 15, "id_token_validity": 0, "client_secret": "not read",
			"token_validity_units": []any{map[string]any{"access_token": "minutes", "id_token": nil, "refresh_token": nil}},
		},
		"aws_cognito_user_pool_client plain": {"access_token_validity": 0, "refresh_token_validity": 30, "token_validity_units": []any{}},
	})
	want := []string{
		"eu-west-1 cognito-idp:DescribeUserPool of eu-west-1_C: settled",
		"eu-west-1 cognito-idp:ListUserPoolClients of eu-west-1_C: aws_cognito_user_pool_client",
	}
	if diff := cmp.Diff(want, seen.gaps()); diff != "" {
		t.Error(diff)
	}
}

func TestCognitoDenied(t *testing.T) {
	want := []string{"eu-west-1 cognito-idp:ListUserPools: aws_cognito_user_pool aws_cognito_user_pool_client"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, cognitoTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
