package repository_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/repository"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// gates are the steps of a set that are gates or may be: JOB LINE GATES TRIGGERS, and marks.
func gates(set resource.Set) []string {
	var out []string
	for _, r := range set.Resources {
		if r.Address.Type != repository.Job {
			continue
		}
		for i, s := range r.Values.GetAttr("steps").AsValueSlice() {
			all := texts(s.GetAttr("gates"))
			if may := texts(s.GetAttr("may")); len(may) > 3 {
				all = append(all, "may anything")
			} else {
				for _, g := range may {
					all = append(all, "may "+g)
				}
			}
			if len(all) == 0 {
				continue
			}
			line := r.Locate.Locate([]any{"steps", i}).Start.Line
			text := fmt.Sprintf("%s:%d %s (%s)", strings.Trim(r.Address.Key, `["]`), line, strings.Join(all, ","), strings.Join(texts(s.GetAttr("triggers")), ","))
			for _, mark := range []string{"loose", "unclear"} {
				if s.GetAttr(mark).LengthInt() > 0 {
					text += " " + mark
				}
			}
			if !s.GetAttr("maybe").IsNull() {
				text += " maybe"
			}
			out = append(out, text)
		}
		if on := texts(r.Values.GetAttr("goes_on")); len(on) > 0 {
			out = append(out, strings.Trim(r.Address.Key, `["]`)+" goes on after "+strings.Join(on, ","))
		}
	}
	return out
}

func texts(v cty.Value) []string {
	var out []string
	for _, e := range v.AsValueSlice() {
		out = append(out, e.AsString())
	}
	return out
}

// TestWorkflows are traps: what only looks like a gate, and what is one in another guise.
func TestWorkflows(t *testing.T) {
	const head = "-- .github/workflows/a.yml --\non: [push]\njobs:\n  j:\n    runs-on: ubuntu-latest\n"
	for name, c := range map[string]struct {
		archive string
		want    []string
	}{
		"a step":                {head + "    steps:\n      - run: gitleaks detect\n", []string{"j:6 secret_scan (push)"}},
		"a block":               {head + "    steps:\n      - run: |\n          make\n          gitleaks detect\n", []string{"j:8 secret_scan (push)"}},
		"a comment":             {head + "    steps:\n      # - run: gitleaks detect\n      - run: 'true'\n", nil},
		"if false":              {head + "    steps:\n      - run: gitleaks detect\n        if: false\n", nil},
		"if false, expression":  {head + "    steps:\n      - run: gitleaks detect\n        if: ${{ false }}\n", nil},
		"if false and more":     {head + "    steps:\n      - run: gitleaks detect\n        if: github.ref == 'x' && false\n", nil},
		"the job if false":      {head + "    if: false\n    steps:\n      - run: gitleaks detect\n", nil},
		"only after a failure":  {head + "    steps:\n      - run: gitleaks detect\n        if: failure()\n", nil},
		"an unknown condition":  {head + "    steps:\n      - run: gitleaks detect\n        if: needs.x.outputs.y == 'z'\n", []string{"j:6 secret_scan (push) maybe"}},
		"another event":         {head + "    steps:\n      - run: gitleaks detect\n        if: github.event_name == 'workflow_dispatch'\n", nil},
		"who":                   {head + "    steps:\n      - run: gitleaks detect\n        if: github.repository_owner == 'x'\n", []string{"j:6 secret_scan (push)"}},
		"tags alone":            {head + "    steps:\n      - run: gitleaks detect\n        if: startsWith(github.ref, 'refs/tags/v')\n", []string{"j:6 secret_scan (tag)"}},
		"by hand":               {strings.Replace(head, "[push]", "workflow_dispatch", 1) + "    steps:\n      - run: gitleaks detect\n", []string{"j:6 secret_scan (manual)"}},
		"an environment's name": {head + "    env: {X: gitleaks detect}\n    steps:\n      - name: gitleaks detect\n        run: make\n", nil},
		"an anchor": {
			head + "    steps:\n      - &s\n        run: gitleaks detect\n      - <<: *s\n        continue-on-error: true\n",
			[]string{"j:7 secret_scan (push)", "j:7 secret_scan (push) loose"},
		},
		"an unknown tolerance": {head + "    steps:\n      - run: gitleaks detect\n        continue-on-error: ${{ matrix.x }}\n", []string{"j:6 secret_scan (push) unclear"}},
		"the shell":            {head + "    defaults: {run: {shell: bash}}\n    steps:\n      - run: gitleaks detect | tee x\n", []string{"j:7 secret_scan (push)"}},
		"PowerShell":           {head + "    steps:\n      - shell: pwsh\n        run: gitleaks detect\n", []string{"j:7 may secret_scan (push)"}},
		"a matrix":             {head + "    strategy: {matrix: {t: [gitleaks detect, make]}}\n    steps:\n      - run: ${{ matrix.t }}\n", []string{"j:7 secret_scan (push)"}},
		"closed requests":      {strings.Replace(head, "[push]", "{pull_request: {types: [closed]}}", 1) + "    steps:\n      - run: gitleaks detect\n", nil},
		"an action of one's own": {
			head + "    steps:\n      - uses: ./a\n-- a/action.yml --\nruns:\n  using: composite\n  steps:\n    - run: gitleaks detect\n      shell: bash\n",
			[]string{"j:4 secret_scan (push)"},
		},
		"an absent action": {head + "    steps:\n      - uses: ./a\n", []string{"j:6 may anything (push)"}},
		"a called workflow": {
			"-- .github/workflows/a.yml --\non: [push, schedule]\njobs:\n  j:\n    uses: ./.github/workflows/b.yml\n    if: github.event_name == 'push'\n" +
				"-- .github/workflows/b.yml --\non: workflow_call\njobs:\n  k:\n    steps:\n      - run: gitleaks detect\n",
			[]string{"k:5 secret_scan (push)"},
		},
		"a workflow that nobody calls":  {"-- .github/workflows/b.yml --\non: workflow_call\njobs:\n  k:\n    steps:\n      - run: gitleaks detect\n", nil},
		"a workflow of others":          {"-- .github/workflows/a.yml --\non: [push]\njobs:\n  j:\n    uses: x/y/.github/workflows/b.yml@v1\n", []string{"j:4 may anything (push)"}},
		"after a job that does not run": {head + "    if: false\n    steps: []\n  k:\n    needs: j\n    steps:\n      - run: gitleaks detect\n", nil},
		"after a job that may not run":  {head + "    if: env.X\n    steps: []\n  k:\n    needs: j\n    steps:\n      - run: gitleaks detect\n", []string{"k:10 secret_scan (push) maybe"}},
		"repeated":                      {head + "    steps:\n      - uses: nick-fields/retry@v3\n        with:\n          command: gitleaks detect\n", []string{"j:8 secret_scan (push)"}},
		"going on": {
			head + "    steps:\n      - run: gitleaks detect\n  r:\n    needs: j\n    if: always()\n    environment: production\n",
			[]string{"j:6 secret_scan (push)", "r goes on after j"},
		},
		"going on with care": {
			head + "    steps:\n      - run: gitleaks detect\n  r:\n    needs: j\n    if: always() && needs.j.result == 'success'\n    environment: production\n",
			[]string{"j:6 secret_scan (push)"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, gates(scan(t, c.archive))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestGitLab(t *testing.T) {
	const all = "manual,pull_request,push,schedule,tag"
	for name, c := range map[string]struct {
		archive string
		want    []string
	}{
		"no rules":        {"j:\n  script: gitleaks detect\n", []string{"j:2 secret_scan (push,schedule,tag,manual)"}},
		"hidden":          {".j:\n  script: gitleaks detect\n", nil},
		"extends":         {".j:\n  script: [make, gitleaks detect]\n  allow_failure: true\nk:\n  extends: .j\n", []string{"k:2 secret_scan (push,schedule,tag,manual) loose"}},
		"manual":          {"j:\n  script: gitleaks detect\n  when: manual\n", []string{"j:2 secret_scan (manual)"}},
		"never":           {"j:\n  script: gitleaks detect\n  rules:\n    - when: never\n", nil},
		"merge requests":  {"j:\n  script: gitleaks detect\n  rules:\n    - if: $CI_PIPELINE_SOURCE == \"merge_request_event\"\n", []string{"j:2 secret_scan (pull_request)"}},
		"schedules":       {"j:\n  script: gitleaks detect\n  only: [schedules]\n", []string{"j:2 secret_scan (schedule)"}},
		"a variable":      {"j:\n  script: gitleaks detect\n  rules:\n    - if: $SCAN\n", []string{"j:2 secret_scan (" + all + ") maybe"}},
		"a reference":     {".s:\n  script: [gitleaks detect]\nj:\n  script:\n    - !reference [.s, script]\n", []string{"j:2 secret_scan (push,schedule,tag,manual)"}},
		"a template":      {"include:\n  - template: Jobs/SAST.gitlab-ci.yml\n", []string{"Jobs/SAST.gitlab-ci.yml:2 sast (push,pull_request,schedule,tag,manual) loose"}},
		"a local include": {"include: /ci/x.yml\n-- ci/x.yml --\nj:\n  script: gitleaks detect\n", []string{"j:2 secret_scan (push,schedule,tag,manual)"}},
		"elsewhere":       {"include:\n  - project: a/b\n    file: x.yml\n", []string{"include:2 may anything (push,pull_request,schedule,tag,manual)"}},
		"coverage":        {"j:\n  script: go test ./...\n  coverage: '/x/'\n", []string{"j:2 tests (push,schedule,tag,manual)"}},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, gates(scan(t, "-- .gitlab-ci.yml --\n"+c.archive))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestOtherSystems(t *testing.T) {
	for name, c := range map[string]struct {
		archive string
		want    []string
	}{
		"CodeBuild":               {"-- buildspec.yml --\nphases:\n  build:\n    commands:\n      - make\n      - gitleaks detect\n", []string{"build:5 secret_scan (push)"}},
		"CodeBuild that goes on":  {"-- ci/buildspec.yml --\nphases:\n  build:\n    on-failure: CONTINUE\n    commands: [gitleaks detect]\n", []string{"build:4 secret_scan (push) loose"}},
		"Jenkins":                 {"-- Jenkinsfile --\nnode {\n  sh 'gitleaks detect'\n}\n", []string{"pipeline:2 secret_scan (push)"}},
		"Jenkins, a text":         {"-- Jenkinsfile --\nnode {\n  sh \"\"\"\n    make\n    gitleaks detect\n  \"\"\"\n}\n", []string{"pipeline:4 secret_scan (push)"}},
		"Jenkins, comments":       {"-- Jenkinsfile --\nnode {\n  // sh 'gitleaks detect'\n  /* sh 'gitleaks detect' */\n  echo 'sh \"gitleaks detect\"'\n}\n", nil},
		"Jenkins that goes on":    {"-- Jenkinsfile --\nnode {\n  catchError {\n    sh 'gitleaks detect'\n  }\n}\n", []string{"pipeline:3 secret_scan (push) loose"}},
		"Jenkins with a when":     {"-- Jenkinsfile --\npipeline {\n  stage('x') {\n    when { branch 'main' }\n    steps { sh 'gitleaks detect' }\n  }\n}\n", []string{"pipeline:4 secret_scan (push) maybe"}},
		"Jenkins with a status":   {"-- Jenkinsfile --\nnode {\n  sh(script: 'gitleaks detect', returnStatus: true)\n}\n", []string{"pipeline:2 secret_scan (push) unclear"}},
		"Jenkins with a library":  {"-- Jenkinsfile --\nbuildPlugin(useContainerAgent: true)\n", []string{"pipeline:1 may anything (push)"}},
		"no pipeline by its name": {"-- docs/.gitlab-ci.yml --\nj:\n  script: gitleaks detect\n-- a/.github/workflows/a.yml --\non: push\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, gates(scan(t, c.archive))); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestUnreadPipelines: what does not parse or cannot be read is a gap that opens the lists of jobs.
func TestUnreadPipelines(t *testing.T) {
	for name, archive := range map[string]string{
		"not YAML":      "-- .github/workflows/a.yml --\na: [\n",
		"not a mapping": "-- .gitlab-ci.yml --\n- a\n",
		"unreadable":    "-- buildspec.yml --\n(unreadable)\n",
		"binary":        "-- Jenkinsfile --\n\x00\n",
		"in an include": "-- .gitlab-ci.yml --\ninclude: x.yml\n-- x.yml --\na: [\n",
	} {
		set := scan(t, archive)
		if len(set.Gaps) != 1 || !slices.Contains(set.Gaps[0].Types, repository.Job) || set.Gaps[0].Why == "" {
			t.Errorf("%s: gaps %+v", name, set.Gaps)
		}
	}
	set := scan(t, "-- azure-pipelines.yml --\nsteps: []\n")
	if len(set.Gaps) > 0 || !slices.Equal(set.Notes, []string{"a pipeline that hipaactl does not read: azure-pipelines.yml"}) {
		t.Errorf("gaps %+v, notes %q", set.Gaps, set.Notes)
	}
}

// TestBounds: a small file that asks for much is not read to its end, and says so.
func TestBounds(t *testing.T) {
	script := strings.Repeat("gitleaks detect; ", 10_000)
	archive := "-- .github/workflows/a.yml --\non: push\njobs:\n  j:\n    steps:\n      - &s\n        run: make\n" + strings.Repeat("      - *s\n", 3000) +
		"-- Makefile --\nall:\n\t" + script + "\n"
	before := userTime(t)
	set := scan(t, archive)
	if took := userTime(t) - before; took > 20*time.Second {
		t.Errorf("it took %s", took)
	}
	if !slices.ContainsFunc(gates(set), func(s string) bool { return strings.Contains(s, "may anything") }) {
		t.Error("nothing says that it was not read to the end")
	}
}

// TestNoValues: what a pipeline holds of secrets does not get into the set.
func TestNoValues(t *testing.T) {
	const secret = "Tr4vel-Lamp-92-Quay"
	set := scan(t, "-- .github/workflows/a.yml --\non: push\nenv:\n  AWS_SECRET_ACCESS_KEY: "+secret+"\njobs:\n  j:\n    container: u:"+secret+"@example.com/x\n    steps:\n"+
		"      - uses: x/y@"+secret+"\n        with: {token: "+secret+"}\n      - run: gitleaks detect --token "+secret+"; curl https://u:"+secret+"@example.com | sh; login "+secret+
		"\n-- main.tf --\nmodule \"m\" {\n  source = \"git::https://u:"+secret+"@example.com/m.git?ref="+secret+"\"\n}\n-- Dockerfile --\nFROM u:"+secret+"@example.com/x\n")
	if text := fmt.Sprintf("%#v %v", set, set.Resources); strings.Contains(text, secret) {
		t.Error("the set holds a value")
	}
	for _, r := range set.Resources {
		if text := fmt.Sprintf("%#v %s %+v", r.Values, r.Address, r.Location); strings.Contains(text, secret) {
			t.Errorf("%s holds a value", r.Address.Type)
		}
	}
}

// TestNames: a file whose name holds what names a patient is named by a masked name.
func TestNames(t *testing.T) {
	set := scan(t, "-- in/536-22-8471/Dockerfile --\nFROM a\n-- in/536-22-8472/Dockerfile --\nFROM a\n-- in/536-22-8473/buildspec.yml --\na: [\n")
	if text := fmt.Sprintf("%+v", set); strings.Contains(text, "847") {
		t.Error("a name is shown")
	}
	var names []string
	for _, r := range set.Resources {
		if r.Address.Type == repository.Reference {
			names = append(names, r.Address.Name)
		}
	}
	if len(slices.Compact(names)) != 2 {
		t.Errorf("names %q", names)
	}
}

// FuzzPipelines: whatever the files hold, the same set comes of them twice, within bounds.
func FuzzPipelines(f *testing.F) {
	f.Add("on: push\njobs:\n  j:\n    steps:\n      - &a\n        run: gitleaks detect\n      - <<: *a\n", uint8(0))
	f.Add("include: .gitlab-ci.yml\nj:\n  extends: j\n  script:\n    - !reference [j, script]\n  rules:\n    - if: $CI_COMMIT_TAG\n", uint8(1))
	f.Add("phases:\n  build:\n    commands:\n      - |\n        make\n", uint8(2))
	f.Add("node { catchError { sh(script: '''x''', returnStatus: true) } /* } */ }", uint8(3))
	f.Add("ARG A=b\nFROM ${A:-c} AS d\nRUN <<X\ncurl http://x | sh\nX\nFROM d\n", uint8(4))
	f.Add("module \"m\" {\n  source = \"git::ssh://u@x/y?ref=main\"\n}\n", uint8(5))
	names := []string{".github/workflows/a.yml", ".gitlab-ci.yml", "buildspec.yml", "Jenkinsfile", "Dockerfile", "main.tf"}
	f.Fuzz(func(t *testing.T, text string, which uint8) {
		archive := "-- " + names[int(which)%len(names)] + " --\n" + text
		first, second := scan(t, archive), scan(t, archive)
		if d := cmp.Diff(gates(first), gates(second)); d != "" {
			t.Error(d)
		}
		for _, r := range first.Resources {
			if n := r.Location.Range.Start.Line; n > strings.Count(archive, "\n")+2 {
				t.Errorf("%s is at line %d", r.Address, n)
			}
		}
	})
}
