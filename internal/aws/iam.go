package aws

import (
	"context"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
)

var (
	getAccountPasswordPolicy       = operation{service: "iam", name: "GetAccountPasswordPolicy", absent: []string{"NoSuchEntity"}}
	getAccountSummary              = operation{service: "iam", name: "GetAccountSummary"}
	listVirtualMFADevices          = operation{service: "iam", name: "ListVirtualMFADevices"}
	generateCredentialReport       = operation{service: "iam", name: "GenerateCredentialReport"}
	getCredentialReport            = operation{service: "iam", name: "GetCredentialReport"}
	getAccountAuthorizationDetails = operation{service: "iam", name: "GetAccountAuthorizationDetails"}
	listRoles                      = operation{service: "iam", name: "ListRoles"}
	listSAMLProviders              = operation{service: "iam", name: "ListSAMLProviders"}
)

func iamParts() []part {
	return []part{
		{types: []string{"aws_iam_account_password_policy"}, uses: []operation{getAccountPasswordPolicy}, global: true, run: readPasswordPolicy},
		{types: []string{"aws_iam_account_summary"}, uses: []operation{getAccountSummary, listVirtualMFADevices}, global: true, run: readAccountSummary},
		{
			types: []string{"aws_iam_credential_report_user", "aws_iam_user_login_profile"},
			uses:  []operation{generateCredentialReport, getCredentialReport}, global: true, run: readCredentialReport,
		},
		{
			types: []string{
				"aws_iam_group", "aws_iam_group_policy", "aws_iam_group_policy_attachment", "aws_iam_policy",
				"aws_iam_role", "aws_iam_role_policy", "aws_iam_role_policy_attachment",
				"aws_iam_user", "aws_iam_user_group_membership", "aws_iam_user_policy", "aws_iam_user_policy_attachment",
			},
			uses: []operation{getAccountAuthorizationDetails, listRoles}, global: true, run: readAuthorization,
		},
		{types: []string{"aws_iam_saml_provider"}, uses: []operation{listSAMLProviders}, global: true, run: readSAMLProviders},
	}
}

// emitWanted emits what something wants, where one listing shows several types.
func (p *place) emitWanted(it item) {
	if p.wants(it.typ) {
		p.emit(it)
	}
}

func (p *place) iam() *iam.Client { return iam.NewFromConfig(p.config()) }

// readPasswordPolicy emits nothing for an account that has no policy of its own.
// A limit that is left out is not set, which the answer's documentation says of
// the age: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html
func readPasswordPolicy(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, getAccountPasswordPolicy, "", p.iam().GetAccountPasswordPolicy, &iam.GetAccountPasswordPolicyInput{})
	if p.lost(getAccountPasswordPolicy, "", err) || err != nil {
		return
	}
	c := out.PasswordPolicy
	if c == nil {
		p.lost(getAccountPasswordPolicy, "", &failure{op: getAccountPasswordPolicy, kind: "unreadable"})
		return
	}
	p.emit(item{typ: "aws_iam_account_password_policy", name: p.account.id, read: r, attrs: attrs{
		"id": "iam-account-password-policy", "minimum_password_length": c.MinimumPasswordLength,
		"require_uppercase_characters": c.RequireUppercaseCharacters, "require_lowercase_characters": c.RequireLowercaseCharacters,
		"require_numbers": c.RequireNumbers, "require_symbols": c.RequireSymbols,
		"expire_passwords": c.ExpirePasswords, "max_password_age": optional(c.MaxPasswordAge),
		"password_reuse_prevention":      optional(c.PasswordReusePrevention),
		"allow_users_to_change_password": c.AllowUsersToChangePassword, "hard_expiry": optional(c.HardExpiry),
	}})
}

// readAccountSummary emits the summary also where it could not be read: every
// account has a root user, and what could not be seen of it is unknown.
func readAccountSummary(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, getAccountSummary, "", p.iam().GetAccountSummary, &iam.GetAccountSummaryInput{})
	it := item{typ: "aws_iam_account_summary", name: p.account.id, read: r, attrs: attrs{}}
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		it.unread = f
	} else {
		it.attrs = summaryAttrs(out.SummaryMap)
	}
	it.attrs["root_virtual_mfa"], it.reads = rootVirtualMFA(ctx, p)
	p.emit(it)
}

// summaryAttrs leaves a key that the answer does not hold unknown.
func summaryAttrs(summary map[string]int32) attrs {
	number := func(key types.SummaryKeyType) *int32 {
		if n, ok := summary[string(key)]; ok {
			return &n
		}
		return nil
	}
	var mfa *bool
	if n := number(types.SummaryKeyTypeAccountMFAEnabled); n != nil {
		mfa = sdk.Bool(*n > 0)
	}
	return attrs{
		"account_mfa_enabled":                  mfa,
		"account_password_present":             number(types.SummaryKeyTypeAccountPasswordPresent),
		"account_access_keys_present":          number(types.SummaryKeyTypeAccountAccessKeysPresent),
		"account_signing_certificates_present": number(types.SummaryKeyTypeAccountSigningCertificatesPresent),
	}
}

// rootVirtualMFA tells whether a virtual MFA device belongs to the root user. A
// device of which the listing does not say whose it is leaves that open.
func rootVirtualMFA(ctx context.Context, p *place) (any, map[string]read) {
	found, open := false, false
	reads := map[string]read{}
	pages := iam.NewListVirtualMFADevicesPaginator(p.iam(), &iam.ListVirtualMFADevicesInput{AssignmentStatus: types.AssignmentStatusTypeAssigned})
	err := listPages(ctx, p, listVirtualMFADevices, "", pages, func(page *iam.ListVirtualMFADevicesOutput, r read) {
		reads["root_virtual_mfa"] = r
		found = found || slices.ContainsFunc(page.VirtualMFADevices, ofRoot)
		open = open || slices.ContainsFunc(page.VirtualMFADevices, func(d types.VirtualMFADevice) bool { return d.User == nil || d.User.Arn == nil })
	})
	f := asFailure(err)
	if f != nil {
		p.run.lose(p, named(listVirtualMFADevices, ""), f, nil)
	}
	switch {
	case found:
		return true, reads
	case f != nil:
		return f, reads
	case open:
		return (*bool)(nil), reads
	}
	return false, reads
}

// ofRoot knows the root user by its ARN, and its first device by its name as well.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
func ofRoot(d types.VirtualMFADevice) bool {
	return d.User != nil && strings.HasSuffix(or(d.User.Arn, ""), ":root") || strings.HasSuffix(or(d.SerialNumber, ""), ":mfa/root-account-mfa-device")
}
