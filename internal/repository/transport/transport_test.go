package transport

import (
	"fmt"
	"strings"
	"testing"
)

// TestRead: each case is a text and what is found: kind, for a protocol the version, and a
// question mark where it is not sure.
func TestRead(t *testing.T) {
	for file, cases := range map[string]map[string]string{
		"a.go": {
			`c := &tls.Config{InsecureSkipVerify: true}`:             "verification",
			`c.InsecureSkipVerify = true`:                            "verification",
			`c := &tls.Config{InsecureSkipVerify: insecure}`:         "",
			`// InsecureSkipVerify: true`:                            "",
			`s := "InsecureSkipVerify: true"`:                        "",
			`c := &tls.Config{MinVersion: tls.VersionTLS10}`:         "protocol 1.0",
			`c := &tls.Config{MinVersion: tls.VersionTLS12}`:         "protocol 1.2",
			`c.MaxVersion = tls.VersionTLS11`:                        "protocol 1.1",
			`if v == tls.VersionTLS10 {`:                             "",
			`db("postgres://u@db.clinic.org/x?sslmode=disable")`:     "plain",
			`db("postgres://u@localhost/x?sslmode=disable")`:         "",
			`db("host=db.clinic.org user=x sslmode=disable")`:        "plain",
			`db("postgres://u@db.clinic.org/x?sslmode=verify-full")`: "",
			`flag("sslmode", "disable")`:                             "",
		},
		"a.py": {
			`requests.get(url, verify=False)`:                                         "verification",
			"requests.get(\n    url,\n    headers={'a': b(c)},\n    verify=False,\n)": "verification",
			`jwt.decode(token, verify=False)`:                                         "",
			`def f(verify=False): pass`:                                               "",
			`self.session.verify = False`:                                             "verification",
			`ctx.check_hostname = False`:                                              "verification",
			`ctx.verify_mode = ssl.CERT_NONE`:                                         "verification",
			`if ctx.verify_mode == ssl.CERT_NONE:`:                                    "",
			`ssl.SSLContext(ssl.PROTOCOL_TLSv1)`:                                      "protocol 1.0",
			`ctx.minimum_version = ssl.TLSVersion.TLSv1_2`:                            "protocol 1.2",
		},
		"a.js": {
			`https.request({ rejectUnauthorized: false })`:    "verification",
			`process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`:  "verification",
			`process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0`: "verification",
			`tls.connect({ minVersion: 'TLSv1.1' })`:          "protocol 1.1",
			`tls.connect({ secureProtocol: 'TLSv1_method' })`: "protocol 1.0",
			`expect("rejectUnauthorized: false")`:             "",
		},
		"A.java": {
			`b.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);`: "verification",
			`SSLContext.getInstance("TLSv1.1");`:                       "protocol 1.1",
			`SSLContext.getInstance("TLS");`:                           "",
			`import x.InsecureTrustManagerFactory;`:                    "",
			`b.trustManager(InsecureTrustManagerFactory.INSTANCE);`:    "verification",
		},
		"A.cs": {
			`h.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;`: "verification",
			`h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true;`:                                          "verification",
			`h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => e == None;`:                                     "",
			`ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls11 | SecurityProtocolType.Tls12;`:               "protocol 1.1, protocol 1.2",
			`if (p == SslProtocols.Tls) {}`: "",
		},
		"a.rb":  {`http.verify_mode = OpenSSL::SSL::VERIFY_NONE`: "verification", `ctx.min_version = OpenSSL::SSL::TLS1_1_VERSION`: "protocol 1.1", `puts OpenSSL::SSL::VERIFY_NONE`: ""},
		"a.php": {`<?php curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);`: "verification", `<?php curl_setopt($c, CURLOPT_SSL_VERIFYHOST, 2);`: ""},
		"a.sh": {
			"curl -sSk https://api.clinic.org/x\n":                         "verification",
			"curl --insecure \\\n  https://api.clinic.org\n":               "verification",
			"curl \\\n  -H 'a: b' \\\n  -k \\\n  https://api.clinic.org\n": "verification",
			"curl -k https://localhost:8443/health\n":                      "",
			"curl -s https://api.clinic.org | grep -k x\n":                 "",
			"# curl -k https://api.clinic.org\n":                           "",
			"export NODE_TLS_REJECT_UNAUTHORIZED=0\n":                      "verification",
			"git config http.sslVerify false\n":                            "verification",
		},
		"nginx.conf": {
			"server {\n  listen 443 ssl;\n  ssl_protocols TLSv1 TLSv1.2;\n  add_header Strict-Transport-Security max-age=1;\n}\n": "protocol 1.0",
			"server {\n  listen 443 ssl;\n  ssl_protocols TLSv1.2 TLSv1.3;\n}\n":                                                  "hsts, protocol 1.2",
			"server {\n  listen 443 ssl;\n  include snippets/*.conf;\n}\n":                                                        "hsts?",
			"server {\n  listen 80;\n}\n": "",
			"#ssl_protocols TLSv1;\n":     "",
		},
		"httpd.conf": {
			"SSLProtocol all -SSLv3\n":                 "protocol 1.0",
			"SSLProtocol all -SSLv3 -TLSv1 -TLSv1.1\n": "protocol 1.2",
			"SSLProtocol -all +TLSv1.2\n":              "protocol 1.2",
			"SSLProxyVerify none\n":                    "verification",
		},
		"haproxy.cfg": {
			"ssl-default-bind-options ssl-min-ver TLSv1.1\n": "protocol 1.1",
			"ssl-default-bind-options ssl-min-ver TLSv1.2\n": "protocol 1.2",
			"  server s1 10.0.0.1:443 ssl verify none\n":     "verification",
		},
		"envoy.yaml": {
			"tls_minimum_protocol_version: TLSv1_0\n":                                     "protocol 1.0",
			"insecure_skip_verify: true\n":                                                "verification",
			"fhir_url: http://fhir.clinic.org/r4\n":                                       "plain",
			"api_endpoint: http://records:8080/x\n":                                       "plain?",
			"api_endpoint: http://localhost:8080/x\n":                                     "",
			"api_endpoint: https://records.clinic.org\n":                                  "",
			"apiSchema: http://json.clinic.org/schema\n":                                  "",
			"base-url: \"http://www.w3.org/x\"\n":                                         "",
			"# api_endpoint: http://records.clinic.org\n":                                 "",
			"nginx.ingress.kubernetes.io/ssl-redirect: \"false\"\n":                       "plain?",
			"alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-2016-08\n":           "protocol 1.0",
			"alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06\n": "",
			"url: postgres://u@db.clinic.org/x?sslmode=disable\n":                         "plain",
		},
		"application.properties": {"server.ssl.enabled-protocols=TLSv1.1,TLSv1.2\n": "protocol 1.1", "DB_SSLMODE=disable\n": "plain?"},
	} {
		for text, want := range cases {
			var got []string
			for _, f := range Read(file, []byte(text)) {
				s := f.Kind
				if f.Kind == Protocol {
					s += fmt.Sprintf(" %.1f", f.Minimum)
				}
				if !f.Sure {
					s += "?"
				}
				got = append(got, s)
			}
			if s := strings.Join(got, ", "); s != want {
				t.Errorf("%s: %s\n got %q\nwant %q", file, text, s, want)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"a.go", "a.py", "a.js", "A.java", "A.cs", "a.rb", "a.php", "a.sh", "nginx.conf", "a.properties", "config.json"} {
		f.Add(name, []byte("requests.get(a, verify=False) ssl_protocols TLSv1 all -SSLv3;\ncurl -k x\napi_url: http://h.org\nlisten 443 ssl;\nMinVersion: tls.VersionTLS10 InsecureSkipVerify: true"))
	}
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		if !Wants(name) {
			t.Skip("no file of ours")
		}
		for _, find := range Read(name, src) {
			if find.Start < 0 || find.Start >= len(src) || find.Kind == "" || find.Minimum < 0 || find.Minimum > 1.3 {
				t.Errorf("a find without a place or a kind: %+v", find)
			}
		}
	})
}
