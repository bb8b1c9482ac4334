package detect

import (
	"strings"
	"testing"
)

// holding is what Value finds at medium confidence or more, by kind.
func holding(t *testing.T, name, value string) []string {
	t.Helper()
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, m := range d.Value(name, value) {
		if m.Start < 0 || m.End > len(value) || m.Line < 1 || m.Column < 1 {
			t.Errorf("%s: a place outside of the value: %+v", name, m)
		}
		if m.Confidence >= Medium {
			kinds = append(kinds, m.Kind)
		}
	}
	return kinds
}

// TestAssignedPasswords: what a file may assign is a finding in user data. The last
// word of each text is put together so that this file holds no password.
func TestAssignedPasswords(t *testing.T) {
	h, k := key("hun", "ter2"), key("b7d1c2e9", "4f6a4e1c")
	for _, text := range []string{
		"export DB_PASSWORD=" + h,
		"DB_PASSWORD='" + h + "'",
		"MYSQL_ROOT_PASSWORD=" + h + "\n",
		"password: " + h,
		"password = " + h,
		`{"password": "` + h + `"}`,
		`echo "{\"password\":\"` + h + `\"}" > config.json`,
		`os.environ["DB_PASSWORD"] = "` + h + `"`,
		`'db_password' => '` + h + `'`,
		"Server=db;User Id=app;Password=" + h + ";",
		"mysql --user=app --password=" + h,
		"client --password " + h + " --host db",
		"DB_PASS=" + h,
		"db.pwd=" + h,
		"$password = \"" + h + "\"",
		"curl -u app:" + h + " https://registry.clinic.org",
		"echo 'root:" + h + "' | chpasswd",
		"echo ec2-user:" + h + " | sudo chpasswd",
		"ConvertTo-SecureString '" + h + "' -AsPlainText -Force",
		"sshpass -p " + h + " ssh host",
		"API_KEY=" + k,
		"apiKey: \"" + k + "\"",
		"kubeadm join 10.0.0.1:6443 --token ab1def." + k,
		"AccountName=x;AccountKey=" + k + k + ";",
		"JWT_SECRET=" + key("supersecret", "signing9value"),
	} {
		if len(holding(t, "", text)) != 1 {
			t.Errorf("%.18s...: %v", text, holding(t, "", text))
		}
	}
}

func TestAssignedIsNoPassword(t *testing.T) {
	for _, text := range []string{
		"", "#!/bin/bash\nyum install -y nginx\n",
		`TOKEN=$(curl -X PUT "http://169.254.169.254/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: 21600")`,
		"TOKEN=`curl -s -X PUT http://169.254.169.254/latest/api/token`",
		`curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/`,
		"DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/db --query SecretString --output text)",
		"DB_PASSWORD=\"$PASSWORD\"", "DB_PASSWORD=\"${PASSWORD}\"", "export DB_PASSWORD", "unset PASSWORD", "DB_PASSWORD=", "DB_PASSWORD=\"\"",
		"password: <your password>", "PASSWORD=xxxxxxxx", "PASSWORD_FILE=/run/secrets/db", "PASSWORD=/run/secrets/db",
		"DB_PASSWORD_ARN=arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf",
		"DB_SECRET=arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf",
		"DB_SECRET=prod/clinic/db-credentials", "DB_SECRET=clinic-db-2", "PASSWORD_MIN_LENGTH=14", "RESET_PASSWORD=true",
		"PasswordAuthentication no", "read -s -p \"Password: \" pw", "echo \"Enter the password:\"; read \"x\"",
		"password = get_password()", "password = os.environ[\"DB_PASSWORD\"]", "connect(user=user, password=password)",
		"{ user: user, password: password }", "Ask for the password: somebody knows", "if [ \"$password\" = \"\" ]; then",
		"postgres://db.internal:5432/records", "postgres://app:$PASSWORD@db.internal/records", "postgres://app:<password>@db.internal/records",
		"https://example.com/path:with@sign", "git@github.com:clinic/app.git", "aws_access_key_id = AKIAIOSFODNN7EXAMPLE",
		"grep -q -- '-----BEGIN PRIVATE KEY-----' key.pem", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7 admin",
		"ssn: 000-12-3456", "ssn 666-12-3456", "ssn 912-12-3456", "passwd: $6$rounds=4096$saltsalt$hash", "BYPASS=northwest7",
		"TOKEN_URL=https://auth.example.com/token", "postgres://app:${x}@db.internal/records",
	} {
		if got := holding(t, "", text); len(got) > 0 {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestNamedValues: the name of a variable labels its value.
func TestNamedValues(t *testing.T) {
	h, k := key("hun", "ter"), key("b7d1c2e9", "4f6a4e1c")
	for _, c := range []struct{ name, value, want string }{
		{"DB_PASSWORD", h, "password-assignment"},
		{"PASSWORD", key("1539", "46"), "password-assignment"},
		{"dbPassword", "open it " + h, "password-assignment"},
		{"PASSWORD_PROD", h, "password-assignment"},
		{"PGPASSWORD", h, "password-assignment"},
		{"SMTP_PASS", h, "password-assignment"},
		{"MYSQL_PWD", h, "password-assignment"},
		{"db_password_2", h, "password-assignment"},
		{"API_KEY", k, "secret-assignment"},
		{"PATIENT_SSN", "536228471", "ssn"},
		{"TEST_PATIENT_SSN", "536-22-8471", "ssn"},
		{"NOTE", "SSN: 536-22-8471", "ssn"},
		{"DEMO_MRN", "48213907", "mrn"},
		{"DATABASE_URL", "mysql://app:" + h + "@mysql.clinic.org/records", "url-password"},
		{"CONFIG", `{"password":"` + h + `"}`, "password-assignment"},
		{"REPO", "https://" + strings.Repeat("0a1b2c3d4e", 4) + "@github.com/clinic/portal.git", "url-token"},
		{"DB_PASSWORD", "", ""},
		{"PASSWORD", "{{resolve:secretsmanager:db}}", ""},
		{"DB_PASSWORD_SECRET", "clinic/db", ""},
		{"SECRET_NAME", "records", ""},
		{"SECRET_ARN", "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf", ""},
		{"TOKEN", "short", ""},
		{"USE_TOKEN", "true", ""},
		{"PWD", "/home/app", ""},
		{"COMPASS", "north", ""},
		{"LOG_LEVEL", "info", ""},
		{"TABLE", "patients", ""},
		{"DB_PASSWORD", "changeme", ""},
	} {
		if got := strings.Join(holding(t, c.name, c.value), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSecretName(t *testing.T) {
	for name, want := range map[string]bool{"db_password": true, "API_KEY": true, "oauth-token": true, "pwd": true, "db_password_policy": false, "region": false} {
		if SecretName(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
