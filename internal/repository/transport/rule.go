package transport

import (
	"regexp"
	"sync"

	"github.com/hipaactl/hipaactl/internal/pattern"
	"github.com/hipaactl/hipaactl/internal/repository/lex"
)

var (
	loopback    = pattern.Lazy(`(?i)\blocalhost\b|\b127\.0\.0\.\d|\[::1\]|\b0\.0\.0\.0\b|host\.docker\.internal|@/|host=/|\(local\)|\(localdb\)`)
	lastName    = pattern.Lazy(`\w+$`)
	versionForm = pattern.Lazy(`^(?:version|protocol_?)?(ssl|tls)_?v?(?:[23]0?|1?[._]?([0123])?)(?:_version|_method)?$`)
)

// rules are the forms that are known, made on first use. Each was taken from the documentation of
// what reads it.
var rules = sync.OnceValue(func() []rule {
	var all []rule
	for _, part := range [][]rule{goRules(), pythonRules(), scriptRules(), jvmRules(), dotnetRules(), rubyRules(), phpRules(), stringRules(), shellRules(), configRules()} {
		all = append(all, part...)
	}
	return all
})

func form(expression string) *regexp.Regexp { return regexp.MustCompile(expression) }

func goRules() []rule {
	l := []lex.Language{lex.Go}
	return []rule{
		{languages: l, kind: Verification, what: "InsecureSkipVerify", form: form(`\bInsecureSkipVerify\s*[:=]\s*true\b`)},
		{languages: l, kind: Protocol, what: "MinVersion", form: form(`\bM(?:in|ax)Version\s*[:=]\s*(?:\w+\.)?(VersionSSL30|VersionTLS1[0123])\b`)},
	}
}

func pythonRules() []rule {
	l := []lex.Language{lex.Python}
	requests := []string{"get", "post", "put", "patch", "delete", "head", "options", "request", "Session", "Client", "AsyncClient", "stream", "client", "resource", "send"}
	return []rule{
		{languages: l, kind: Verification, what: "verify", form: form(`\bverify\s*=\s*False\b`), calls: requests},
		{languages: l, kind: Verification, what: "verify", form: form(`\b\w*(?:session|client|sess)\.verify\s*=\s*False\b`)},
		{languages: l, kind: Verification, what: "context", form: form(`\bssl\._create_unverified_context\b`)},
		{languages: l, kind: Verification, what: "CERT_NONE", form: form(`\b(?:verify_mode|cert_reqs)\s*=\s*(?:ssl\.)?CERT_NONE\b`)},
		{languages: l, kind: Verification, what: "check_hostname", form: form(`\.check_hostname\s*=\s*False\b`)},
		{languages: l, kind: Protocol, what: "ssl_version", form: form(`(?:\bSSLContext\(\s*|\bssl_version\s*=\s*)(?:ssl\.)?PROTOCOL_(SSLv[23]|TLSv1(?:_[123])?)\b`)},
		{languages: l, kind: Protocol, what: "minimum_version", form: form(`\bm(?:in|ax)imum_version\s*=\s*(?:ssl\.)?TLSVersion\.(SSLv3|TLSv1(?:_[123])?)\b`)},
	}
}

func scriptRules() []rule {
	l := []lex.Language{lex.JavaScript}
	return []rule{
		{languages: l, kind: Verification, what: "rejectUnauthorized", form: form(`\brejectUnauthorized\s*[:=]\s*false\b`)},
		{languages: l, kind: Verification, what: "strictSSL", form: form(`\bstrictSSL\s*:\s*false\b`)},
		{languages: l, kind: Verification, what: "NODE_TLS_REJECT_UNAUTHORIZED", form: form(`\bprocess\.env(?:\.|\[['"])NODE_TLS_REJECT_UNAUTHORIZED(?:['"]\])?\s*=\s*['"]?0\b`)},
		{languages: l, kind: Protocol, what: "minVersion", form: form(`\bm(?:in|ax)Version\s*:\s*['"](TLSv1(?:\.[123])?)['"]`)},
		{languages: l, kind: Protocol, what: "secureProtocol", form: form(`\bsecureProtocol\s*:\s*['"](TLSv1(?:_[12])?|SSLv[23])_method['"]`)},
	}
}

func jvmRules() []rule {
	l := []lex.Language{lex.Java, lex.Kotlin}
	return []rule{
		{languages: l, kind: Verification, what: "hostname verifier", form: form(`\bNoopHostnameVerifier\.INSTANCE\b|\bnew\s+NoopHostnameVerifier\b|\bSSLConnectionSocketFactory\.ALLOW_ALL_HOSTNAME_VERIFIER\b`)},
		{languages: l, kind: Verification, what: "trust manager", form: form(`\bTrustAllStrategy(?:\.INSTANCE\b|\()|[(,=:]\s*InsecureTrustManagerFactory\.INSTANCE\b`)},
		{languages: l, kind: Protocol, what: "SSLContext", form: form(`\bSSLContext\.getInstance\(\s*"(SSLv[23]|TLSv1(?:\.[123])?)"`)},
	}
}

func dotnetRules() []rule {
	l := []lex.Language{lex.CSharp}
	return []rule{
		{languages: l, kind: Verification, what: "validation callback", form: form(`=\s*(?:System\.Net\.Http\.)?HttpClientHandler\.DangerousAcceptAnyServerCertificateValidator\b`)},
		{languages: l, kind: Verification, what: "validation callback", form: form(`\bServerCertificate(?:Custom)?ValidationCallback\s*\+?=\s*(?:delegate\s*(?:\([^)]*\))?\s*\{\s*return\s+true\s*;|\(?[\w\s,]*\)?\s*=>\s*(?:true\b|\{\s*return\s+true\s*;))`)},
		{languages: l, kind: Protocol, what: "SslProtocols", form: form(`(?:[^=!<>~&]=|\|)\s*(?:System\.[\w.]+\.)?(?:SecurityProtocolType|SslProtocols)\.(Ssl[23]|Tls(?:1[123])?)\b`)},
	}
}

func rubyRules() []rule {
	l := []lex.Language{lex.Ruby}
	return []rule{
		{languages: l, kind: Verification, what: "VERIFY_NONE", form: form(`(?:verify_mode\s*=|verify_mode:|=>)\s*(?:::)?OpenSSL::SSL::VERIFY_NONE\b`)},
		{languages: l, kind: Protocol, what: "ssl_version", form: form(`\bssl_version(?:\s*=|:)\s*:(SSLv3|TLSv1(?:_[123])?)\b`)},
		{languages: l, kind: Protocol, what: "min_version", form: form(`\bm(?:in|ax)_version(?:\s*=|:)\s*(?:OpenSSL::SSL::)?(SSL3_VERSION|TLS1(?:_[123])?_VERSION)\b`)},
		{languages: l, kind: Plain, what: "force_ssl", form: form(`(?m)^\s*config\.force_ssl\s*=\s*false\b`), doubtful: true},
	}
}

func phpRules() []rule {
	l := []lex.Language{lex.PHP}
	return []rule{
		{languages: l, kind: Verification, what: "CURLOPT_SSL_VERIFY", form: form(`\bCURLOPT_SSL_VERIFY(?:PEER|HOST)\s*(?:,|=>)\s*(?:false|0)\b`)},
		{languages: l, kind: Verification, what: "verify_peer", form: form(`['"](?:verify_peer|verify_peer_name)['"]\s*=>\s*false\b`)},
	}
}

// stringRules are about connection strings, wherever they stand.
func stringRules() []rule {
	return []rule{
		{kind: Plain, what: "sslmode", form: form(`[?&]sslmode=disable\b`), quoted: true, remote: true},
		{kind: Plain, what: "sslmode", form: form(`\bhost=[^\s'"]+[^'"\n]*\ssslmode=disable\b`), quoted: true, remote: true},
		{kind: Plain, what: "sslmode", form: form(`[?&]sslmode=(?:allow|prefer)\b`), quoted: true, remote: true, doubtful: true},
		{kind: Plain, what: "useSSL", form: form(`jdbc:(?:mysql|mariadb)://[^\s"']*[?&]useSSL=false\b`), quoted: true, remote: true},
		{kind: Verification, what: "TrustServerCertificate", form: form(`(?i)\b(?:Server|Data Source)=[^"'\n]*;\s*TrustServerCertificate=(?:true|yes)\b`), quoted: true, remote: true},
	}
}

// shellRules are about commands, in scripts and in what holds scripts.
func shellRules() []rule {
	l := []lex.Language{lex.Shell, lex.Hash}
	return []rule{
		{languages: l, kind: Verification, what: "curl", form: form(`(?m)\bcurl\b(?:[^|;&\n\\]|\\\r?\n|\\.)*?\s(?:-[a-zA-Z]*k[a-zA-Z]*|--insecure)(?:[\s"']|$)`), remote: true},
		{languages: l, kind: Verification, what: "wget", form: form(`(?m)\bwget\s(?:[^|;&\n\\]|\\\r?\n|\\.)*?--no-check-certificate\b`), remote: true},
		{languages: l, kind: Verification, what: "git", form: form(`\bGIT_SSL_NO_VERIFY["']?\s*[=:]\s*["']?(?:1|true)\b|\bhttp\.sslVerify[\s=]+["']?false\b`)},
		{languages: l, kind: Verification, what: "npm", form: form(`\b(?:npm|yarn|pnpm)\s+config\s+set\s+strict-ssl[\s=]+false\b`)},
		{languages: append(l, lex.Properties, lex.JSON), kind: Verification, what: "NODE_TLS_REJECT_UNAUTHORIZED", form: form(`\bNODE_TLS_REJECT_UNAUTHORIZED["']?\s*[=:]\s*["']?0\b`)},
		{languages: append(l, lex.Properties), kind: Verification, what: "PYTHONHTTPSVERIFY", form: form(`\bPYTHONHTTPSVERIFY["']?\s*[=:]\s*["']?0\b`)},
	}
}

// configRules are about servers, proxies and what runs in a cluster.
func configRules() []rule {
	l := []lex.Language{lex.Hash, lex.Properties, lex.JSON}
	old := 1.0
	return []rule{
		{languages: l, kind: Protocol, what: "ssl_protocols", form: form(`(?m)^[ \t]*(?:ssl_protocols|proxy_ssl_protocols|grpc_ssl_protocols)[ \t]+([^;\n]+);`)},
		{languages: l, kind: Verification, what: "proxy_ssl_verify", form: form(`(?m)^[ \t]*(?:proxy|grpc|uwsgi)_ssl_verify[ \t]+off[ \t]*;`)},
		{languages: l, kind: Protocol, what: "SSLProtocol", form: form(`(?mi)^[ \t]*SSL(?:Proxy)?Protocol[ \t]+([^\n#]+)$`)},
		{languages: l, kind: Verification, what: "SSLProxyVerify", form: form(`(?mi)^[ \t]*(?:SSLProxyVerify[ \t]+none|SSLProxyCheckPeer(?:Name|CN)[ \t]+off)\b`)},
		{languages: l, kind: Protocol, what: "ssl-min-ver", form: form(`\bssl-min-ver[ \t]+(SSLv3|TLSv1\.[0123])\b`)},
		{languages: l, kind: Protocol, what: "force-tls", form: form(`\bforce-(?:sslv3|tlsv10|tlsv11)\b`), fixed: &old},
		{languages: l, kind: Verification, what: "verify none", form: form(`(?m)^[ \t]*(?:(?:default-)?server[ \t][^\n]*\sssl\b[^\n]*|ssl-default-server-options[^\n]*|ssl-server-verify[ \t]+)\s?(?:verify[ \t]+)?none\b`), remote: true},
		{languages: l, kind: Protocol, what: "minimum version", form: form(`(?i)\b(?:tls_m(?:in|ax)imum_protocol_version|minProtocolVersion)["']?[ \t]*:[ \t]*["']?(TLSv1_[0123])\b`)},
		{languages: l, kind: Protocol, what: "minVersion", form: form(`\bm(?:in|ax)Version["']?[ \t]*[:=][ \t]*["']?(VersionTLS1[0123])\b`)},
		{languages: l, kind: Verification, what: "insecure skip verify", form: form(`(?mi)^[ \t-]*["']?(?:insecure_?skip_?verify|insecure-?skip-?tls-?verify)["']?[ \t]*[:=][ \t]*["']?true\b`)},
		{languages: l, kind: Protocol, what: "ssl-policy", form: form(`\balb\.ingress\.kubernetes\.io/ssl-policy["']?[ \t]*:[ \t]*["']?ELBSecurityPolicy-(?:2016-08|2015-05|TLS-1-[01]-[\d-]+|FS-2018-06|FS-1-1-[\d-]+|TLS13-1-[01]-[\d-]+)\b`), fixed: &old},
		{languages: l, kind: Plain, what: "ssl-redirect", form: form(`\bnginx\.ingress\.kubernetes\.io/(?:force-)?ssl-redirect["']?[ \t]*:[ \t]*["']?false\b`), doubtful: true},
		{languages: l, kind: Verification, what: "proxy-ssl-verify", form: form(`\bnginx\.ingress\.kubernetes\.io/proxy-ssl-verify["']?[ \t]*:[ \t]*["']?off\b`)},
		{languages: l, kind: Protocol, what: "ssl-protocols", form: form(`(?m)^[ \t]*["']?(?:[\w.]+\.)?(?:ssl-protocols|enabled-protocols)["']?[ \t]*[:=][ \t]*([^\n#]+)$`)},
		{languages: l, kind: Plain, what: "sslmode", form: form(`(?m)^[ \t-]*(?:export[ \t]+)?["']?(?i:[\w.]*ssl_?mode)["']?[ \t]*[:=][ \t]*["']?disable\b`), doubtful: true},
	}
}
