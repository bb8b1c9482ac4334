package aws

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/organizations"
	orgtypes "github.com/aws/aws-sdk-go-v2/service/organizations/types"
)

// members are the active accounts of the caller's organization. The caller's own
// account is read with the credentials that are there.
func (r *run) members(ctx context.Context, own *account) ([]*account, error) {
	p := &place{run: r, account: own}
	var out []*account
	base := own.config.Copy()
	base.APIOptions = nil // AssumeRole reads nothing
	seen, active := map[string]bool{}, 0
	err := listPages(ctx, p, listAccounts, "", organizations.NewListAccountsPaginator(organizations.NewFromConfig(own.config), &organizations.ListAccountsInput{}),
		func(page *organizations.ListAccountsOutput, _ read) {
			for _, m := range page.Accounts {
				id := or(m.Id, "")
				if len(r.options.Accounts) > 0 && !slices.Contains(r.options.Accounts, id) {
					continue
				}
				seen[id] = true
				if stateOf(m) == orgtypes.AccountStateActive {
					active++
				}
				if !r.options.Shard.holds(id) {
					continue
				}
				if state := stateOf(m); state != orgtypes.AccountStateActive {
					r.set.Notes = append(r.set.Notes, fmt.Sprintf("account %s is %s: it was not read", id, strings.ToLower(string(state))))
					continue
				}
				if id == own.id {
					own.name = or(m.Name, "")
					out = append(out, own)
					continue
				}
				a := &account{id: id, name: or(m.Name, ""), partition: own.partition, config: guarded(base), member: true}
				a.config.Credentials = r.assume(base, fmt.Sprintf("arn:%s:iam::%s:role/%s", own.partition, id, r.options.RoleName))
				out = append(out, a)
			}
		})
	if !slices.Contains(out, own) {
		r.leaveOut(own)
	}
	if f := asFailure(err); f != nil {
		if f.code == "AWSOrganizationsNotInUseException" {
			f.kind = "no organization"
		}
		if len(out) == 0 {
			return nil, &CredentialsError{Doing: "listing the accounts of the organization (use the management account or a delegated administrator)", failure: f}
		}
		r.lose(p, listAccounts.String()+" (so not every account was read)", f, nil)
		return out, nil
	}
	for _, id := range r.options.Accounts {
		if !seen[id] {
			return nil, &UnknownAccountError{ID: id}
		}
	}
	if s := r.options.Shard; s.Of > 0 {
		r.set.Notes = append(r.set.Notes, fmt.Sprintf("part %s of the organization: %d of %d active accounts", s, len(out), active))
	}
	return out, nil
}

// leaveOut takes back that an account is being read: it only told who the others are.
func (r *run) leaveOut(a *account) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.progress, rootOf(a.id, ""))
}

// stateOf is the state of a member. Organizations called it Status, and answers that until
// September 2026. An account of which neither is told is read: what keeps it from being
// read shows then.
// Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html
func stateOf(m orgtypes.Account) orgtypes.AccountState {
	return cmp.Or(m.State, orgtypes.AccountState(m.Status), orgtypes.AccountStateActive)
}

// UnknownAccountError says that the organization has no such account.
type UnknownAccountError struct{ ID string }

func (e *UnknownAccountError) Error() string {
	return "--account " + e.ID + ": the organization has no such account"
}

// verify shows that an account's role can be assumed.
func (a *account) verify(ctx context.Context, r *run) *failure {
	if !a.member {
		return nil
	}
	done, err := r.turn(ctx, &place{run: r, account: a}, assumeRole)
	if err == nil {
		_, err = a.config.Credentials.Retrieve(ctx)
		done()
	}
	if err == nil {
		return nil
	}
	f := asFailure(classify(ctx, assumeRole, err))
	return roleFailure(f)
}
