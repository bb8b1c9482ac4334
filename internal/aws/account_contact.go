package aws

import (
	"context"

	sdkaccount "github.com/aws/aws-sdk-go-v2/service/account"
	"github.com/aws/aws-sdk-go-v2/service/account/types"
)

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsaccountmanagement.html
var getAlternateContact = operation{service: "account", name: "GetAlternateContact", absent: []string{"ResourceNotFoundException"}}

func contactParts() []part {
	return []part{{types: []string{"aws_account_alternate_contact"}, uses: []operation{getAlternateContact}, global: true, run: readContact}}
}

// readContact asks for the contact for security alone, and leaves out who that is.
// Source: https://docs.aws.amazon.com/accounts/latest/reference/API_GetAlternateContact.html
func readContact(ctx context.Context, p *place) {
	kind := types.AlternateContactTypeSecurity
	_, r, err := get(ctx, p, getAlternateContact, string(kind), sdkaccount.NewFromConfig(p.config()).GetAlternateContact, &sdkaccount.GetAlternateContactInput{AlternateContactType: kind})
	if isAbsent(err) || p.lost(getAlternateContact, string(kind), err) {
		return
	}
	p.emit(item{typ: "aws_account_alternate_contact", name: string(kind), read: r, attrs: attrs{"id": string(kind), "account_id": nil, "alternate_contact_type": kind}})
}
