package aws_test

import (
	"encoding/base64"
	"strings"
	"testing"
	"testing/synctest"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/google/go-cmp/cmp"
)

const (
	anyAction  = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}`
	plusAction = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a+b/100%"}]}`
	trusting   = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com"}}]}`
)

var iamTypes = []string{
	"aws_iam_account_password_policy", "aws_iam_account_summary", "aws_iam_credential_report_user", "aws_iam_group", "aws_iam_group_policy",
	"aws_iam_group_policy_attachment", "aws_iam_policy", "aws_iam_role", "aws_iam_role_policy", "aws_iam_role_policy_attachment", "aws_iam_saml_provider", "aws_iam_user",
	"aws_iam_user_group_membership", "aws_iam_user_login_profile", "aws_iam_user_policy", "aws_iam_user_policy_attachment",
}

// seedIAM makes one of everything, and returns the ARN of the managed policy.
func seedIAM(t *testing.T, c *iam.Client) string {
	t.Helper()
	ctx := t.Context()
	check := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	user, group, role, policy, text := sdk.String("amara"), sdk.String("clinic"), sdk.String("app"), sdk.String("inline"), sdk.String(plusAction)
	managed, err := c.CreatePolicy(ctx, &iam.CreatePolicyInput{PolicyName: sdk.String("managed"), Path: sdk.String("/team/"), PolicyDocument: sdk.String(anyAction)})
	if err != nil {
		t.Fatal(err)
	}
	arn := managed.Policy.Arn
	check(c.CreatePolicyVersion(ctx, &iam.CreatePolicyVersionInput{PolicyArn: arn, PolicyDocument: text, SetAsDefault: true}))
	check(c.CreateUser(ctx, &iam.CreateUserInput{UserName: user, Tags: []types.Tag{{Key: sdk.String("Team"), Value: sdk.String("ward")}}}))
	check(c.CreateLoginProfile(ctx, &iam.CreateLoginProfileInput{UserName: user, Password: sdk.String("only-in-the-emulator")}))
	check(c.CreateUser(ctx, &iam.CreateUserInput{UserName: sdk.String("nightly")}))
	check(c.CreateGroup(ctx, &iam.CreateGroupInput{GroupName: group}))
	check(c.AddUserToGroup(ctx, &iam.AddUserToGroupInput{GroupName: group, UserName: user}))
	check(c.CreateRole(ctx, &iam.CreateRoleInput{RoleName: role, AssumeRolePolicyDocument: sdk.String(trusting), Path: sdk.String("/service/"), MaxSessionDuration: sdk.Int32(7200)}))
	check(c.CreateSAMLProvider(ctx, &iam.CreateSAMLProviderInput{Name: sdk.String("clinic"), SAMLMetadataDocument: sdk.String(strings.Repeat("x", 1000))}))
	check(c.PutUserPolicy(ctx, &iam.PutUserPolicyInput{UserName: user, PolicyName: policy, PolicyDocument: text}))
	check(c.PutGroupPolicy(ctx, &iam.PutGroupPolicyInput{GroupName: group, PolicyName: policy, PolicyDocument: text}))
	check(c.PutRolePolicy(ctx, &iam.PutRolePolicyInput{RoleName: role, PolicyName: policy, PolicyDocument: text}))
	check(c.AttachUserPolicy(ctx, &iam.AttachUserPolicyInput{UserName: user, PolicyArn: arn}))
	check(c.AttachGroupPolicy(ctx, &iam.AttachGroupPolicyInput{GroupName: group, PolicyArn: arn}))
	check(c.AttachRolePolicy(ctx, &iam.AttachRolePolicyInput{RoleName: role, PolicyArn: arn}))
	check(c.UpdateAccountPasswordPolicy(ctx, &iam.UpdateAccountPasswordPolicyInput{MinimumPasswordLength: sdk.Int32(14), RequireNumbers: true}))
	return *arn
}

func TestIAM(t *testing.T) {
	url := startMoto(t)
	environment(t)
	arn := seedIAM(t, iam.NewFromConfig(seeder(url, ownAccount, "us-east-1")))
	seen := auditMoto(t, url, iamTypes, "us-east-1")
	seen.check(t, map[string]map[string]any{
		"aws_iam_account_password_policy " + ownAccount: {
			"minimum_password_length": 14, "require_numbers": true, "require_symbols": false, "expire_passwords": false,
		},
		"aws_iam_account_summary " + ownAccount: {
			"account_mfa_enabled": false, "account_access_keys_present": 0, "root_virtual_mfa": false,
		},
		"aws_iam_user amara":                            {"name": "amara", "tags_all": map[string]any{"Team": "ward"}, "path": "/"},
		"aws_iam_user nightly":                          {"tags_all": map[string]any{}},
		"aws_iam_user_group_membership amara":           {"user": "amara", "groups": []any{"clinic"}},
		"aws_iam_user_policy amara:inline":              {"user": "amara", "name": "inline", "policy": plusAction},
		"aws_iam_user_policy_attachment amara/" + arn:   {"user": "amara", "policy_arn": arn},
		"aws_iam_group clinic":                          {"name": "clinic", "path": "/"},
		"aws_iam_group_policy clinic:inline":            {"group": "clinic", "policy": plusAction},
		"aws_iam_group_policy_attachment clinic/" + arn: {"group": "clinic", "policy_arn": arn},
		"aws_iam_role app":                              {"name": "app", "path": "/service/", "assume_role_policy": trusting, "max_session_duration": 7200},
		"aws_iam_saml_provider clinic":                  {"name": "clinic", "arn": "arn:aws:iam::123456789012:saml-provider/clinic"},
		"aws_iam_role_policy app:inline":                {"role": "app", "id": "app:inline", "policy": plusAction},
		"aws_iam_role_policy_attachment app/" + arn:     {"role": "app", "policy_arn": arn},
		"aws_iam_policy managed":                        {"arn": arn, "path": "/team/", "policy": plusAction, "attachment_count": 3},
		"aws_iam_user_login_profile amara":              {"user": "amara"},
		"aws_iam_credential_report_user amara":          {"password_enabled": true, "mfa_active": false, "password_last_used": nil},
		"aws_iam_credential_report_user nightly":        {"password_enabled": false, "access_key_1_active": false, "access_key_1_last_rotated": nil},
		"aws_iam_credential_report_user <root_account>": {"user": "<root_account>", "arn": "arn:aws:iam::123456789012:root", "unread": "iam:GetCredentialReport"},
	})
	if diff := cmp.Diff([]string{"global iam:GetCredentialReport: settled"}, seen.gaps()); diff != "" {
		t.Error(diff)
	}
}

func TestPasswordPolicyAbsent(t *testing.T) {
	lost := []string{"global iam:GetAccountPasswordPolicy: aws_iam_account_password_policy"}
	tests := map[string]struct {
		answer string
		gaps   []string
	}{
		"none":   {"error NoSuchEntity", []string{}},
		"denied": {"error AccessDenied", lost},
		"empty":  {"", lost},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := &fake{answers: answers{"GetAccountPasswordPolicy": tt.answer}}
			set := f.audit(t, []string{"aws_iam_account_password_policy"})
			if len(set.Resources) > 0 {
				t.Errorf("there is a policy: %v", set.values())
			}
			if diff := cmp.Diff(tt.gaps, set.gaps()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAccountSummary(t *testing.T) {
	const (
		mfa      = "<entry><key>AccountMFAEnabled</key><value>1</value></entry>"
		keys     = "<entry><key>AccountAccessKeysPresent</key><value>1</value></entry>"
		password = "<entry><key>AccountPasswordPresent</key><value>0</value></entry>"
		certs    = "<entry><key>AccountSigningCertificatesPresent</key><value>0</value></entry>"
	)
	device := func(serial, owner string) string {
		if owner != "" {
			owner = "<User><Arn>" + owner + "</Arn></User>"
		}
		return "<member><SerialNumber>arn:aws:iam::123456789012:mfa/" + serial + "</SerialNumber>" + owner + "</member>"
	}
	full := map[string]any{
		"account_mfa_enabled": true, "account_access_keys_present": 1, "account_password_present": 0, "account_signing_certificates_present": 0,
		"root_virtual_mfa": false,
	}
	tests := map[string]struct {
		summary, devices string
		change           map[string]any
		denied           bool
	}{
		"all":                     {mfa + keys + password + certs, device("amara", "arn:aws:iam::123456789012:user/amara"), nil, false},
		"missing keys":            {keys + certs, "", map[string]any{"account_mfa_enabled": "unknown: iam:GetAccountSummary", "account_password_present": "unknown: iam:GetAccountSummary"}, false},
		"device of root":          {mfa + keys + password + certs, device("phone", "arn:aws:iam::123456789012:root"), map[string]any{"root_virtual_mfa": true}, false},
		"device of root by name":  {mfa + keys + password + certs, device("root-account-mfa-device", ""), map[string]any{"root_virtual_mfa": true}, false},
		"device of nobody known":  {mfa + keys + password + certs, device("phone", ""), map[string]any{"root_virtual_mfa": "unknown: iam:ListVirtualMFADevices"}, false},
		"devices may not be seen": {mfa + keys + password + certs, "", map[string]any{"root_virtual_mfa": "unknown: iam:ListVirtualMFADevices"}, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := &fake{answers: answers{
				"GetAccountSummary":     "<SummaryMap>" + tt.summary + "</SummaryMap>",
				"ListVirtualMFADevices": "<IsTruncated>false</IsTruncated><VirtualMFADevices>" + tt.devices + "</VirtualMFADevices>",
			}}
			if tt.denied {
				delete(f.answers, "ListVirtualMFADevices")
			}
			want := map[string]any{}
			for k, v := range full {
				want[k] = v
			}
			for k, v := range tt.change {
				want[k] = v
			}
			set := f.audit(t, []string{"aws_iam_account_summary"})
			if diff := cmp.Diff(map[string]map[string]any{"aws_iam_account_summary " + ownAccount: want}, set.values(), loosely); diff != "" {
				t.Error(diff)
			}
			if tt.denied != (len(set.Gaps) == 1) {
				t.Errorf("gaps: %v", set.gaps())
			}
		})
	}
}

func TestAccountSummaryDenied(t *testing.T) {
	set := (&fake{}).audit(t, []string{"aws_iam_account_summary"})
	want := map[string]map[string]any{"aws_iam_account_summary " + ownAccount: {
		"root_virtual_mfa": "unknown: iam:ListVirtualMFADevices", "unread": "iam:GetAccountSummary",
	}}
	if diff := cmp.Diff(want, set.values(), loosely); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"global iam:GetAccountSummary: settled", "global iam:ListVirtualMFADevices: settled"}, set.gaps()); diff != "" {
		t.Error(diff)
	}
}

// TestAuthorizationPages shows that all pages are read, and what a failure between
// them means. The emulator has no pages here.
func TestAuthorizationPages(t *testing.T) {
	first := `<IsTruncated>true</IsTruncated><Marker>more</Marker>
		<GroupDetailList/><RoleDetailList/><Policies/><UserDetailList><member><UserName>amara</UserName><AttachedManagedPolicies/><PermissionsBoundary><PermissionsBoundaryArn>arn:aws:iam::123456789012:policy/none</PermissionsBoundaryArn></PermissionsBoundary><UserPolicyList><member><PolicyName>broken</PolicyName><PolicyDocument>%zz</PolicyDocument></member><member><PolicyName>plus</PolicyName><PolicyDocument>%22a+b%22</PolicyDocument></member></UserPolicyList></member>
		<member><UserName>nightly</UserName><AttachedManagedPolicies/><Path>/</Path><UserId>AIDANIGHTLY</UserId><Arn>arn:aws:iam::123456789012:user/nightly</Arn></member></UserDetailList>`
	second := `<IsTruncated>false</IsTruncated><UserDetailList/><GroupDetailList/><RoleDetailList/>
		<Policies><member><Arn>arn:aws:iam::123456789012:policy/none</Arn><DefaultVersionId>v2</DefaultVersionId>
		<PolicyVersionList><member><VersionId>v1</VersionId><Document>%7B%7D</Document><IsDefaultVersion>false</IsDefaultVersion></member></PolicyVersionList></member></Policies>`
	for name, last := range map[string]bool{"all": true, "denied": false} {
		t.Run(name, func(t *testing.T) {
			f := &fake{answers: answers{"GetAccountAuthorizationDetails": func(in ask) string {
				switch {
				case in.Get("Marker") == "":
					return first
				case last:
					return second
				}
				return "error AccessDenied"
			}}}
			set := f.audit(t, []string{"aws_iam_user", "aws_iam_user_policy", "aws_iam_policy"})
			const silent = "unknown: iam:GetAccountAuthorizationDetails"
			want := map[string]map[string]any{
				"aws_iam_user amara": {
					"id": "amara", "name": "amara", "arn": silent, "path": silent, "unique_id": silent, "tags_all": map[string]any{},
					"permissions_boundary": "arn:aws:iam::123456789012:policy/none",
				},
				"aws_iam_user nightly": {
					"id": "nightly", "name": "nightly", "arn": "arn:aws:iam::123456789012:user/nightly", "path": "/", "unique_id": "AIDANIGHTLY", "tags_all": map[string]any{},
					"permissions_boundary": nil,
				},
				"aws_iam_user_policy amara:broken": {
					"id": "amara:broken", "user": "amara", "name": "broken", "policy": silent,
				},
				"aws_iam_user_policy amara:plus": {"id": "amara:plus", "user": "amara", "name": "plus", "policy": `"a+b"`},
			}
			if last {
				want["aws_iam_policy none"] = map[string]any{
					"id": "arn:aws:iam::123456789012:policy/none", "arn": "arn:aws:iam::123456789012:policy/none", "name": "none",
					"path": silent, "policy_id": silent, "attachment_count": silent, "policy": silent,
				}
			}
			if diff := cmp.Diff(want, set.values(), loosely); diff != "" {
				t.Error(diff)
			}
			if (len(set.Gaps) == 0) != last || !last && !strings.Contains(set.gaps()[0], "aws_iam_user_policy_attachment") {
				t.Errorf("gaps: %v", set.gaps())
			}
		})
	}
}

const reportHeader = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active," +
	"access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date," +
	"cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n"

const reportRoot = "<root_account>,arn:aws:iam::123456789012:root,2020-01-02T03:04:05+00:00,true,2026-01-02T03:04:05+00:00,not_supported,not_supported,true," +
	"false,N/A,N/A,false,N/A,N/A,false,N/A,false,N/A\n"

func report(content string) answers {
	return answers{
		"GenerateCredentialReport": func(in ask) string {
			return "<State>" + []string{"STARTED", "INPROGRESS", "COMPLETE"}[min(in.n, 2)] + "</State>"
		},
		"GetCredentialReport": "<Content>" + base64.StdEncoding.EncodeToString([]byte(content)) + "</Content>",
	}
}

func TestCredentialReport(t *testing.T) {
	content := reportHeader + reportRoot +
		"amara,arn:aws:iam::123456789012:user/amara,2024-05-01T09:00:00+02:00,TRUE,no_information,2024-05-01T09:00:00+00:00,N/A,false," +
		"true,2025-01-01T00:00:00+00:00,soon,maybe,N/A,,false,N/A,false,N/A\n" +
		"nightly,arn:aws:iam::123456789012:user/nightly,2024-05-01T09:00:00Z,not_supported,N/A,N/A,N/A,false," +
		"false,N/A,N/A,false,N/A,N/A,false,N/A,false,N/A\n"
	synctest.Test(t, func(t *testing.T) {
		f := &fake{answers: report(content)}
		set := f.audit(t, []string{"aws_iam_credential_report_user", "aws_iam_user_login_profile"})
		never := map[string]any{
			"access_key_1_last_rotated": nil, "access_key_1_last_used_date": nil, "access_key_2_last_rotated": nil, "access_key_2_last_used_date": nil,
			"cert_1_last_rotated": nil, "cert_2_last_rotated": nil, "cert_1_active": false, "cert_2_active": false, "password_next_rotation": nil,
		}
		with := func(more map[string]any) map[string]any {
			out := map[string]any{}
			for k, v := range never {
				out[k] = v
			}
			for k, v := range more {
				out[k] = v
			}
			return out
		}
		want := map[string]map[string]any{
			"aws_iam_credential_report_user <root_account>": with(map[string]any{
				"user": "<root_account>", "arn": "arn:aws:iam::123456789012:root", "user_creation_time": "2020-01-02T03:04:05Z", "password_enabled": true,
				"password_last_used": "2026-01-02T03:04:05Z", "password_last_changed": nil, "mfa_active": true, "access_key_1_active": false, "access_key_2_active": false,
			}),
			"aws_iam_credential_report_user amara": with(map[string]any{
				"user": "amara", "arn": "arn:aws:iam::123456789012:user/amara", "user_creation_time": "2024-05-01T07:00:00Z", "password_enabled": true,
				"password_last_used": nil, "password_last_changed": "2024-05-01T09:00:00Z", "mfa_active": false,
				"access_key_1_active": true, "access_key_1_last_rotated": "2025-01-01T00:00:00Z", "access_key_1_last_used_date": "unknown: iam:GetCredentialReport",
				"access_key_2_active": "unknown: iam:GetCredentialReport", "access_key_2_last_used_date": "unknown: iam:GetCredentialReport",
			}),
			"aws_iam_credential_report_user nightly": with(map[string]any{
				"user": "nightly", "arn": "arn:aws:iam::123456789012:user/nightly", "user_creation_time": "2024-05-01T09:00:00Z", "password_enabled": nil,
				"password_last_used": nil, "password_last_changed": nil, "mfa_active": false, "access_key_1_active": false, "access_key_2_active": false,
			}),
			"aws_iam_user_login_profile amara": {"id": "amara", "user": "amara"},
		}
		if diff := cmp.Diff(want, set.values(), loosely); diff != "" {
			t.Error(diff)
		}
		if f.calls["GenerateCredentialReport"] != 3 || f.calls["GetCredentialReport"] != 1 || len(set.Gaps) > 0 {
			t.Errorf("calls %v, gaps %v", f.calls, set.gaps())
		}
	})
}

// TestCredentialReportLost shows that the root user is unknown, and never left out,
// where the report does not show it.
func TestCredentialReportLost(t *testing.T) {
	const lists = "aws_iam_credential_report_user aws_iam_user_login_profile"
	making := "<State>INPROGRESS</State>"
	tests := map[string]struct {
		answers answers
		unread  string
		gap     string
		others  int
	}{
		"may not make":    {nil, "iam:GenerateCredentialReport", "global iam:GenerateCredentialReport: " + lists, 0},
		"never made":      {answers{"GenerateCredentialReport": making}, "iam:GenerateCredentialReport", "global iam:GenerateCredentialReport: " + lists, 0},
		"may not get":     {answers{"GenerateCredentialReport": report("")["GenerateCredentialReport"]}, "iam:GetCredentialReport", "global iam:GetCredentialReport: " + lists, 0},
		"empty":           {report(""), "iam:GetCredentialReport", "global iam:GetCredentialReport: " + lists, 0},
		"no CSV":          {report("user,arn\n\"x"), "iam:GetCredentialReport", "global iam:GetCredentialReport: " + lists, 0},
		"ragged":          {report("user,arn\nx\n"), "iam:GetCredentialReport", "global iam:GetCredentialReport: " + lists, 0},
		"no user":         {report("arn\narn:aws:iam::123456789012:root\n"), "iam:GetCredentialReport", "global iam:GetCredentialReport: " + lists, 0},
		"no root":         {report("user\nx\n"), "iam:GetCredentialReport", "global iam:GetCredentialReport: settled", 2},
		"nothing but the": {report("user\n"), "iam:GetCredentialReport", "global iam:GetCredentialReport: settled", 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := &fake{answers: tt.answers}
				set := f.audit(t, []string{"aws_iam_credential_report_user", "aws_iam_user_login_profile"})
				root := map[string]any{"user": "<root_account>", "arn": "arn:aws:iam::123456789012:root", "unread": tt.unread}
				got := set.values()
				if diff := cmp.Diff(root, got["aws_iam_credential_report_user <root_account>"]); diff != "" {
					t.Error(diff)
				}
				if len(got) != tt.others+1 {
					t.Errorf("resources: %v", got)
				}
				if tt.others > 0 && got["aws_iam_user_login_profile x"]["maybe"] != "iam:GetCredentialReport" {
					t.Errorf("a password of which the report says nothing: %v", got)
				}
				if diff := cmp.Diff([]string{tt.gap}, set.gaps()); diff != "" {
					t.Error(diff)
				}
				if n := f.calls["GenerateCredentialReport"]; name == "never made" && n != 11 {
					t.Errorf("asked %d times", n)
				}
			})
		})
	}
}

// TestCredentialReportColumns shows that a column which is missing leaves open what
// it would say.
func TestCredentialReportColumns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		set := (&fake{answers: report("user\n<root_account>\namara\n")}).audit(t, []string{"aws_iam_user_login_profile"})
		want := map[string]map[string]any{"aws_iam_user_login_profile amara": {"id": "amara", "user": "amara", "maybe": "iam:GetCredentialReport"}}
		if diff := cmp.Diff(want, set.values(), loosely); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"global iam:GetCredentialReport: settled"}, set.gaps()); diff != "" {
			t.Error(diff)
		}
	})
}

// The listing that shows trust policies does not show how long sessions last.
func TestRoleSessions(t *testing.T) {
	role := func(name, rest string) string {
		return "<member><RoleName>" + name + "</RoleName><Arn>arn:aws:iam::123456789012:role/" + name + "</Arn>" + rest + "</member>"
	}
	const nothing = "<RolePolicyList/><AttachedManagedPolicies/>"
	details := "<UserDetailList/><GroupDetailList/><Policies/><RoleDetailList>" + role("app", nothing) + role("new", nothing) + "</RoleDetailList>"
	tests := map[string]struct {
		roles    string
		app, new any
		gaps     []string
	}{
		"listed": {"<Roles>" + role("app", "<MaxSessionDuration>3600</MaxSessionDuration>") + "</Roles>", 3600, "unknown: iam:ListRoles", []string{}},
		"denied": {"error AccessDenied", "unknown: iam:ListRoles", "unknown: iam:ListRoles", []string{"global iam:ListRoles: settled"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := &fake{answers: answers{"GetAccountAuthorizationDetails": details, "ListRoles": tt.roles}}
			seen := f.audit(t, []string{"aws_iam_role"})
			seen.check(t, map[string]map[string]any{
				"aws_iam_role app": {"max_session_duration": tt.app},
				"aws_iam_role new": {"max_session_duration": tt.new},
			})
			if diff := cmp.Diff(tt.gaps, seen.gaps()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
