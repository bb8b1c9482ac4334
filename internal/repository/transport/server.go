package transport

import (
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/pattern"
	"github.com/hipaactl/hipaactl/internal/repository/lex"
)

var (
	listens  = pattern.Lazy(`(?m)^[ \t]*listen[ \t]+[^;\n]*\bssl\b[^;\n]*;|(?mi)^[ \t]*SSLEngine[ \t]+on\b`)
	strict   = pattern.Lazy(`(?i)\bStrict-Transport-Security\b`)
	includes = pattern.Lazy(`(?mi)^[ \t]*include(?:optional)?[ \t]+([^;\n]+)`)
	// endpoint is a setting whose name says that an API is called there.
	endpoint = pattern.Lazy(`(?mi)^[ \t-]*(?:export[ \t]+)?["']?([\w.-]*(?:endpoint|api|(?:base|service|server|backend|token|auth|fhir)[_.-]?ur[il]|webhook|callback|issuer)[\w.-]*)["']?[ \t]*[:=][ \t]*["']?http://([^\s"'/:,;<>{}$%()]+)`)
	// names are endings of names that say that the text is only a name in the form of a URL.
	names = pattern.Lazy(`(?i)(?:schema|namespace|xmlns|version|docs?|documentation|homepage|system|profile|spec|group|kind|url_prefix)$`)
)

// servers finds servers of nginx and Apache with TLS that do not send Strict-Transport-Security,
// one for each file. What a file includes may send it.
// Source: https://www.rfc-editor.org/rfc/rfc6797
func (f *file) servers() {
	if f.language != lex.Hash || strict().Match(f.text.Bare) {
		return
	}
	at := listens().FindIndex(f.text.Bare)
	if at == nil {
		return
	}
	sure := true
	for _, m := range includes().FindAllSubmatch(f.text.Bare, -1) {
		file := string(m[1])
		if !strings.Contains(file, "mime.types") && !strings.Contains(file, "_params") {
			sure = false
		}
	}
	f.out = append(f.out, Find{Kind: HSTS, What: "Strict-Transport-Security", Sure: sure, Start: at[0]})
}

// endpoints finds settings that name an API without TLS.
func (f *file) endpoints() {
	for _, m := range endpoint().FindAllSubmatchIndex(f.text.Bare, -1) {
		host := strings.ToLower(string(f.text.Bare[m[4]:m[5]]))
		if i := strings.LastIndexByte(host, '@'); i >= 0 {
			host = host[i+1:]
		}
		if harmless(host) || names().Match(f.text.Bare[m[2]:m[3]]) {
			continue
		}
		f.out = append(f.out, Find{Kind: Plain, What: "http endpoint", Sure: !inside(host), Start: m[2]})
	}
}

// harmless tells whether a host is this machine, an example, or that of a name in the form of a URL.
func harmless(host string) bool {
	// The metadata services of clouds have no TLS and never leave the machine.
	if host == "localhost" || host == "0.0.0.0" || host == "[" || strings.HasPrefix(host, "127.") || strings.HasPrefix(host, "169.254.") || strings.HasPrefix(host, "metadata.") ||
		host == "host.docker.internal" || host == "localstack" {
		return true
	}
	for _, end := range []string{
		".localhost", ".example", ".test", ".invalid", "example.com", "example.org", "example.net", "w3.org", "json-schema.org", "xmlsoap.org", "purl.org",
		"hl7.org", "loinc.org", "snomed.info", "unitsofmeasure.org", "xml.org", "openxmlformats.org", "microsoft.com", "springframework.org", "maven.apache.org",
		"dicom.nema.org", "ihe.net", "nucc.org", "opengis.net", "swagger.io", "apache.org",
	} {
		if host == strings.TrimPrefix(end, ".") || strings.HasSuffix(host, end) {
			return true
		}
	}
	return slices.Contains([]string{"x", "foo", "bar", "host", "hostname", "server", "your-server", "my-server"}, host)
}

// inside tells whether a host is one of the same cluster or network, where something else may encrypt.
func inside(host string) bool {
	if !strings.Contains(host, ".") {
		return true
	}
	for _, end := range []string{".svc", ".cluster.local", ".internal", ".local", ".lan", ".intranet"} {
		if strings.HasSuffix(host, end) {
			return true
		}
	}
	return strings.Contains(host, ".svc.")
}
