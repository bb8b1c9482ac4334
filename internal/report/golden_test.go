package report

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestGoldenOfPipelines has what pipelines and spreadsheets take, of code and of accounts.
func TestGoldenOfPipelines(t *testing.T) {
	formats := map[string]Format{"csv": CSV, "md": NewMarkdown(MarkdownOptions{}), "gitlab.json": GitLab, "github.txt": GitHub}
	for source, r := range map[string]finding.Report{"report": sample(), "account": account()} {
		for suffix, format := range formats {
			name := source + "." + suffix
			t.Run(name, func(t *testing.T) {
				r := r
				if suffix == "gitlab.json" {
					r = Anchored(r, "infra/main.tf")
				}
				got := render(t, format, r)
				file := filepath.Join("..", "..", "testdata", "golden", name)
				if *update || os.Getenv("HIPAACTL_UPDATE") != "" {
					if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(string(want), got); d != "" {
					t.Errorf("not as in %s; go test ./internal/report -update rewrites it (-want +got):\n%s", file, d)
				}
			})
		}
	}
}
