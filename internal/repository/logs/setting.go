package logs

import (
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/hipaactl/hipaactl/internal/pattern"
	"github.com/hipaactl/hipaactl/internal/repository/lex"
)

// rule is a setting that shows what nobody should see.
type rule struct {
	// files are those that it is about, by their lower-case path.
	files *regexp.Regexp
	// form finds it in the bare text; its first group is the setting's place.
	form       *regexp.Regexp
	kind, what string
	sure       bool
}

// rules are the settings. They count in what is for production by its name, or by its form
// everywhere.
var rules = sync.OnceValue(func() []rule {
	return []rule{
		{
			regexp.MustCompile(`(?:^|/)(?:(?:settings|config|conf)/(?:.*/)?prod(?:uction)?[^/]*|[^/]*settings[_-]prod(?:uction)?|prod(?:uction)?[_-]settings)\.py$`),
			regexp.MustCompile(`(?m)^(DEBUG)[ \t]*=[ \t]*True\b`), Debug, "DEBUG", true,
		},
		{
			regexp.MustCompile(`(?:^|/)(?:\.env\.prod(?:uction)?|prod(?:uction)?\.env)$`),
			regexp.MustCompile(`(?mi)^(?:export[ \t]+)?((?:APP_|FLASK_|DJANGO_)?DEBUG)[ \t]*=[ \t]*["']?(?:true|1)["']?[ \t]*\r?$`), Debug, "DEBUG", true,
		},
		{
			regexp.MustCompile(`(?:^|/)config/environments/production\.rb$`),
			regexp.MustCompile(`(?m)^[ \t]*(config\.consider_all_requests_local)[ \t]*=[ \t]*true\b`), Debug, "consider_all_requests_local", true,
		},
		{
			regexp.MustCompile(`(?:^|/)config/environments/production\.rb$`),
			regexp.MustCompile(`(?m)^[ \t]*(config\.log_level)[ \t]*=[ \t]*:debug\b`), Debug, "log_level", false,
		},
		{
			regexp.MustCompile(`(?:^|/)application(?:-prod(?:uction)?)?\.properties$`),
			regexp.MustCompile(`(?mi)^[ \t]*(logging\.level\.org\.hibernate\.(?:type(?:\.descriptor\.sql)?[\w.]*|orm\.jdbc\.bind))[ \t]*[=:][ \t]*trace\b`), SQL, "hibernate binding", true,
		},
		{
			regexp.MustCompile(`(?:^|/)application(?:-prod(?:uction)?)?\.ya?ml$`),
			regexp.MustCompile(`(?mi)^[ \t]*["'\[]*((?:logging\.level\.)?org\.hibernate\.(?:type(?:\.descriptor\.sql)?[\w.]*|orm\.jdbc\.bind))["'\]]*[ \t]*:[ \t]*["']?trace\b`), SQL, "hibernate binding", true,
		},
		{
			regexp.MustCompile(`(?:^|/)application(?:-prod(?:uction)?)?\.properties$`),
			regexp.MustCompile(`(?mi)^[ \t]*(spring\.jpa\.show-sql|spring\.jpa\.properties\.hibernate\.show_sql|hibernate\.show_sql)[ \t]*[=:][ \t]*true\b`), SQL, "show-sql", false,
		},
	}
})

// settingsFile tells whether settings are looked for in a file that is no code.
func settingsFile(name string) bool {
	name = strings.ToLower(name)
	for _, r := range rules() {
		if r.files.MatchString(name) {
			return true
		}
	}
	return false
}

var (
	echo       = pattern.Lazy(`\becho[ \t]*=[ \t]*(?:True\b|(["'])debug["'])`)
	echoConfig = pattern.Lazy(`(?m)^[ \t]*(SQLALCHEMY_ECHO)[ \t]*=[ \t]*True\b`)
	sensitive  = pattern.Lazy(`\bEnableSensitiveDataLogging[ \t]*\([ \t]*(?:true)?[ \t]*\)`)
)

// settings finds settings in code and in what is for production.
func settings(name string, l lex.Language, t lex.Text) []Find {
	var out []Find
	lower := strings.ToLower(path.Clean(name))
	for _, r := range rules() {
		if !r.files.MatchString(lower) {
			continue
		}
		for _, m := range r.form.FindAllSubmatchIndex(t.Bare, -1) {
			out = append(out, Find{Kind: r.kind, What: r.what, Sink: "setting", Sure: r.sure, Start: m[2]})
		}
	}
	if l == lex.Python {
		r := reader{l, t.Code, t.Bare}
		for _, m := range echo().FindAllIndex(t.Bare, -1) {
			if r.code[m[0]] != ' ' && r.engine(m[0]) {
				out = append(out, Find{Kind: SQL, What: "echo", Sink: "setting", Sure: true, Start: m[0]})
			}
		}
		for _, m := range echoConfig().FindAllSubmatchIndex(t.Code, -1) {
			out = append(out, Find{Kind: SQL, What: "SQLALCHEMY_ECHO", Sink: "setting", Start: m[2]})
		}
	}
	if l == lex.CSharp { // mostly guarded by a condition on the environment
		for _, m := range sensitive().FindAllIndex(t.Code, -1) {
			out = append(out, Find{Kind: SQL, What: "EnableSensitiveDataLogging", Sink: "setting", Start: m[0]})
		}
	}
	return out
}

// engine tells whether an argument is one of a call that makes an engine of SQLAlchemy which
// does not hide the values of its statements.
// Source: https://docs.sqlalchemy.org/en/20/core/engines.html#configuring-logging
func (r reader) engine(at int) bool {
	limit := max(at-reach, -1)
	for i := at - 1; i > limit; i-- {
		switch r.code[i] {
		case ')', ']', '}':
			if i = r.opening(i, limit); i < 0 {
				return false
			}
		case '(':
			chain := r.chain(i)
			if len(chain) == 0 || !strings.HasPrefix(chain[len(chain)-1], "create_") || !strings.HasSuffix(chain[len(chain)-1], "engine") {
				return false
			}
			end := r.closing(i)
			return end < 0 || !strings.Contains(strings.ReplaceAll(string(r.code[i:end]), " ", ""), "hide_parameters=True")
		}
	}
	return false
}
