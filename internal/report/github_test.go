package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// command is what the runner makes of a line: ActionCommand.TryParseV2 in actions/runner.
type command struct {
	name       string
	properties map[string]string
	data       string
}

func parseCommand(line string) (command, bool) {
	line, isCommand := strings.CutPrefix(strings.TrimLeft(line, " \t"), "::")
	info, rest, whole := strings.Cut(line, "::")
	if !isCommand || !whole {
		return command{}, false
	}
	c := command{properties: map[string]string{}}
	name, properties, _ := strings.Cut(info, " ")
	c.name = name
	data := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%")
	for _, p := range strings.Split(properties, ",") {
		if key, value, ok := strings.Cut(p, "="); ok {
			c.properties[key] = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(value)
		}
	}
	c.data = data.Replace(rest)
	return c, true
}

func commands(t *testing.T, r finding.Report) []command {
	t.Helper()
	var out []command
	for _, line := range strings.FieldsFunc(render(t, GitHub, r), func(r rune) bool { return r == '\n' || r == '\r' }) {
		c, ok := parseCommand(line)
		if !ok {
			t.Fatalf("%q is no command", line)
		}
		out = append(out, c)
	}
	return out
}

func TestGitHubAnnotations(t *testing.T) {
	var got []string
	for _, c := range commands(t, sample()) {
		p := c.properties
		first, _, _ := strings.Cut(c.data, "\n")
		got = append(got, fmt.Sprintf("%s %s:%s-%s %s | %s", c.name, p["file"], p["line"], p["endLine"], p["title"], first))
	}
	want := []string{
		"warning :- hipaactl: 2 gaps, so this result is incomplete | file envs/dev/broken.tf:9: unclosed block",
		"notice :- hipaactl: 1 laxer threshold | HIPAA-RDS-001.min_days = 3 (default 7)",
		`error modules/a store/main.tf:4- critical: HIPAA-S3-003 S3 buckets block public access | module.store["a"].aws_s3_bucket.records: block_public_acls is off`,
		"warning envs/dev/main.tf:11- medium: HIPAA-VPC-001 VPCs have flow logs | module.net.aws_vpc.this[0]: no flow log names the VPC",
		"notice envs/prod/db.tf:12-14 low: HIPAA-RDS-001 Databases are encrypted: the key is the customer's own | aws_db_instance.main: kms_key_id is not set",
		"notice :- hipaactl | 3 failed (1 critical, 1 medium, 1 low), 2 unknown, 1 passed, 1 not applicable, 1 waived",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestGitHubStaysWithinLimits: 10 of a kind, the most severe ones, and a count of the rest.
func TestGitHubStaysWithinLimits(t *testing.T) {
	r := sample() // with gaps
	for i := range 60 {
		r.Findings = append(r.Findings, finding.Finding{
			Rule: "R", Status: finding.Fail, Severity: finding.Severities()[i%5], Resource: finding.Resource{Address: fmt.Sprintf("a.n%02d", i)},
		})
	}
	r.Finish()
	count, critical := map[string]int{}, 0
	all := commands(t, r)
	for _, c := range all {
		count[c.name]++
		if strings.HasPrefix(c.properties["title"], "critical") {
			critical++
		}
	}
	if d := cmp.Diff(map[string]int{"error": 10, "warning": 10, "notice": 10}, count); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if critical != 10 {
		t.Errorf("%d critical ones shown, want all 10 that have room", critical)
	}
	if last := all[len(all)-1].data; !strings.Contains(last, "63 failed") || !strings.Contains(last, "36 failures not annotated") {
		t.Errorf("got %q", last)
	}
}

func TestGitHubShowsNewOnesFirst(t *testing.T) {
	r := finding.Report{Baseline: &finding.Baseline{}}
	for i, age := range []string{"unchanged", "new", "unchanged"} {
		r.Findings = append(r.Findings, finding.Finding{Rule: "R", Status: finding.Fail, Severity: finding.Low, Baseline: age, Resource: finding.Resource{Address: fmt.Sprintf("a.n%d", i)}})
	}
	if got := commands(t, r); !strings.HasPrefix(got[0].data, "a.n1: ") || !strings.Contains(got[1].data, "It was there before.") {
		t.Errorf("got %+v", got)
	}
}

// smuggled is text that would be a command of its own if it came to stand at a line's start,
// or leave the property it stands in.
const smuggled = "x\n::set-output name=a::b\r\n::add-mask::secret\n::stop-commands::t\n##[add-mask]x,line=9,title=t::%0A::set-env name=p::v%0D;]"

// TestNothingSmugglesACommand: a report of nothing but hostile text gives the commands of ours
// alone, and each property is what it was.
func TestNothingSmugglesACommand(t *testing.T) {
	r := sample()
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Rule, f.Assertion, f.Message = "R", smuggled, smuggled
		f.Resource.Address, f.Resource.Root, f.Location.File = smuggled, smuggled, smuggled
		f.Location.Downloaded, f.Location.Callers = true, []finding.Place{{File: smuggled}}
	}
	r.Rules = map[string]finding.Rule{"R": {
		Title: smuggled, Remediation: smuggled, Assertions: map[string]string{smuggled: smuggled}, Citations: []finding.Citation{{ID: smuggled, Title: smuggled, Kind: smuggled}},
	}}
	for i := range r.Gaps {
		r.Gaps[i] = finding.Gap{Kind: "file", What: smuggled, Why: smuggled, Root: smuggled}
	}
	r.Profile = &finding.Profile{Name: smuggled, Title: smuggled, Overridden: []string{smuggled}}
	r.Parameters = []finding.Parameter{{Rule: smuggled, Name: smuggled, Value: smuggled, Default: smuggled, Laxer: true}}
	for _, live := range []bool{false, true} {
		for i := range r.Findings {
			if live {
				r.Findings[i].Resource.Source, r.Findings[i].Location = "live", finding.Location{}
			}
		}
		got := commands(t, r)
		if len(got) != 6 {
			t.Errorf("%d commands, want 6", len(got))
		}
		for _, c := range got {
			if c.name != "error" && c.name != "warning" && c.name != "notice" {
				t.Errorf("smuggled %s", c.name)
			}
			for key, value := range c.properties {
				switch {
				case key == "file" && value == Plain(smuggled), key == "title", key == "line" && value != "9", key == "endLine":
				default:
					t.Errorf("smuggled property %s=%s", key, value)
				}
			}
		}
	}
}

func FuzzGitHub(f *testing.F) {
	f.Add(smuggled)
	f.Add("::error::x")
	f.Fuzz(func(t *testing.T, s string) {
		r := finding.Report{Findings: []finding.Finding{{
			Rule: s, Status: finding.Fail, Severity: finding.Low, Message: s, Location: finding.Location{File: s + "x"}, Resource: finding.Resource{Address: s},
		}}}
		got := commands(t, r)
		if len(got) != 2 || got[0].name != "notice" || got[0].properties["file"] != Plain(s+"x") || !strings.Contains(got[0].data, Plain(s)) {
			t.Fatalf("%q became %+v", s, got)
		}
	})
}

// TestTextCommandsNoRunner: text stands in the log of a pipeline too, and wrapping brings words
// to the start of a line.
func TestTextCommandsNoRunner(t *testing.T) {
	r := sample()
	for i := range r.Gaps {
		r.Gaps[i].What, r.Gaps[i].Why = "x", strings.Repeat("::stop-commands::t ##[add-mask]x ", 30)
	}
	for i := range r.Findings {
		r.Findings[i].Message = strings.Repeat("::add-mask::x ", 30)
	}
	for _, brief := range []bool{false, true} {
		for _, line := range strings.Split(render(t, NewText(TextOptions{Brief: brief}), r), "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
				t.Errorf("a runner takes %q for a command", line)
			}
		}
	}
}
