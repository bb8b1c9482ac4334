package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestContact(t *testing.T) {
	types := []string{"aws_account_alternate_contact"}
	s := &fake{answers: answers{"GetAlternateContact": `{"AlternateContact":{"AlternateContactType":"SECURITY","EmailAddress":"somebody@example.com","Name":"n","PhoneNumber":"1","Title":"t"}}`}}
	s.audit(t, types).check(t, map[string]map[string]any{"aws_account_alternate_contact SECURITY": {"alternate_contact_type": "SECURITY", "email_address": "not read"}})
	none := (&fake{answers: answers{"GetAlternateContact": "error ResourceNotFoundException"}}).audit(t, types)
	if none.check(t, map[string]map[string]any{}); len(none.gaps()) > 0 {
		t.Errorf("gaps %v: there is none", none.gaps())
	}
	want := []string{"global account:GetAlternateContact of SECURITY: aws_account_alternate_contact"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, types).gaps()); diff != "" {
		t.Error(diff)
	}
}
