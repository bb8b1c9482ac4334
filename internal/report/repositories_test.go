package report

import (
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Owners and repositories on GitHub stand where accounts and Regions of AWS do. No format
// calls them that.
func TestRepositoriesAreNoAccounts(t *testing.T) {
	r := account()
	r.Findings, r.Gaps = r.Findings[:1], nil
	f := &r.Findings[0]
	f.Resource = finding.Resource{
		Root: "acme/records", Address: "github_repository.records", Type: "github_repository", Source: resource.Live, Account: "acme", Region: "records",
	}
	r.Coverage.Roots = []string{"acme/records", "acme/web"}
	r.Coverage.Accounts = []finding.Account{{Account: "acme", Regions: []string{"records", "web"}}, {Account: "birch"}}
	r.Coverage.Calls = []finding.ServiceCalls{{Service: "GET /repos/{owner}/{repo}", Calls: 2}}
	r.Finish()

	text := render(t, NewText(TextOptions{}), r)
	for _, want := range []string{"\nacme/records\n", "2 repositories of acme on GitHub (records, web); settings of birch on GitHub"} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(want), " ")) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "region") || strings.Contains(text, "Account acme") {
		t.Errorf("it is called an account, or its repository a region:\n%s", text)
	}
	events := render(t, OCSF, r)
	if strings.Contains(events, "AWS") || strings.Contains(events, `"region"`) || !strings.Contains(events, `"GitHub"`) {
		t.Errorf("OCSF:\n%s", events)
	}
	if got := strings.TrimSpace(render(t, ASFF, r)); got != "[]" {
		t.Errorf("Security Hub is given what is of GitHub: %s", got)
	}
}
