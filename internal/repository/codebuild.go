package repository

import "strings"

// codebuild reads a buildspec: one job, whose phases run one after the other. What starts it is
// said in the project, so that it counts as started by a push.
// Source: https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html
func codebuild(root node, t texts, refs *references) []*job {
	j := &job{system: "codebuild", name: "build", file: root.file, at: root.at()}
	triggers := []string{"push"}
	for k, phase := range root.get("phases").pairs() {
		var outer done
		if strings.HasPrefix(strings.ToUpper(phase.get("on-failure").text()), "CONTINUE") {
			outer.loose = []string{"on-failure goes on"}
		}
		for _, section := range []string{"commands", "finally"} {
			for _, c := range phase.get(section).flat() {
				r := run{spent: &refs.spent, texts: t, dir: "."}
				at := outer
				if k.Value == "post_build" { // it runs also where the build failed, and decides as well
					at.line = 0
				}
				r.script(c.text(), shellModes{errexit: true}, done{})
				j.take(r.out, triggers, c.at(), lineBefore(c), at)
				for _, p := range r.piped {
					refs.script(c.file, c.at(), p.host)
				}
			}
		}
	}
	env := root.get("env")
	for _, section := range []string{"variables", "parameter-store", "secrets-manager"} {
		j.keys = append(j.keys, keysOf(env.get(section))...)
	}
	return []*job{j}
}
