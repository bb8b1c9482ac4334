package main

import (
	"errors"
	"os"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/report"
)

// missingAnchor refuses a document about accounts that its reader could not show: those of
// GitHub and GitLab show files of a repository alone. Annotations of GitHub need none.
func (plan reporting) missingAnchor() error {
	if plan.anchor != "" {
		return nil
	}
	for _, reader := range [][2]string{{"sarif", "code scanning shows alerts in files alone"}, {"gitlab", "GitLab shows findings in files alone"}} {
		if format, why := reader[0], reader[1]; plan.outputs.has(format) || format == "sarif" && plan.uploads {
			return usagef("--format %s: an account is in no file, and %s; name one of the repository with --sarif-anchor FILE, "+
				"for example the configuration of the account, or write junit or json", format, why)
		}
	}
	return nil
}

// markdown is the Markdown that the flags ask for, in at most so many bytes; 0 leaves the
// limit to the format.
func (plan reporting) markdown(limit int) report.Format {
	return report.NewMarkdown(report.MarkdownOptions{Gate: &plan.gate, MinSeverity: plan.floor, Limit: limit})
}

// summarize appends the Markdown to the summary of a step of GitHub Actions, where there is
// one and annotations are asked for. GitHub drops a summary that is too long as a whole, so
// what is in it already counts.
func (plan reporting) summarize(p process, r finding.Report) error {
	name := p.getenv("GITHUB_STEP_SUMMARY")
	if name == "" || !plan.outputs.has("github") {
		return nil
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, asUmask)
	if err != nil {
		return named(name, err)
	}
	return named(name, errors.Join(plan.appendTo(p, f, r), f.Close()))
}

func (plan reporting) appendTo(p process, f *os.File, r finding.Report) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	const between = "\n\n"
	room := report.MaxMarkdown - int(info.Size()) - len(between)
	if room < report.MinMarkdown {
		if !plan.quiet {
			complain(p, "the summary of this step has no room for the report: GitHub shows 1 MiB of each")
		}
		return nil
	}
	if info.Size() > 0 {
		_, err = f.WriteString(between)
	}
	return errors.Join(err, plan.markdown(room)(f, plan.repo.forPrograms(r)))
}
