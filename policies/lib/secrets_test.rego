package hipaactl.lib.secrets_test

import data.hipaactl.lib.secrets

# The texts below are put together so that nothing in this file looks like a credential itself.
glued(parts) := concat("", parts)

access_key := glued(["AKIA", "Q3EGRIZ5XPLDK4MB"])

header := glued(["-----BEGIN RSA ", "PRIVATE KEY-----"])

letters := "MIIEowIBAAKCAQEAvK9dPq3Zx7Lw2Yb5NcRfTgHjKlMnOpQrStUv"

test_formats if {
	every text, kind in {
		glued(["export X=", access_key]): "an AWS access key",
		glued([header, "\n", letters]): "a private key",
		glued([header, "\\n", letters]): "a private key",
		glued(["git clone https://x@github.com ghp", "_1234567890abcdefghijABCDEFGHIJ123456"]): "a token",
		glued(["xoxb", "-123456789012-abcdefghij"]): "a token",
		glued(["https://hooks.slack", ".com/services/T0001/B0002/abcdefghijklmnopqrst"]): "a token",
		glued(["sk_", "live_abcdefghijklmnop1234"]): "a token",
		glued(["Authorization: Bearer ey", "JhbGciOiJIUzI1NiJ9.ey", "JzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"]): "a token",
		"postgres://app:hunter2@db.internal:5432/records": "a password in a URL",
		"redis://:hunter2@cache:6379": "a password in a URL",
		"# test patient, SSN: 123-45-6789": "a social security number",
		"social security number 123-45-6789": "a social security number",
	} {
		kind in secrets.in_text(text)
	}
}

test_assignments if {
	every text in [
		"export DB_PASSWORD=hunter2",
		"DB_PASSWORD='hunter'",
		"MYSQL_ROOT_PASSWORD=changeme\n",
		"password: hunter2",
		"password = hunter2",
		`{"password": "hunter"}`,
		`echo "{\"password\":\"hunter\"}" > config.json`,
		`os.environ["DB_PASSWORD"] = "hunter"`,
		`'db_password' => 'hunter'`,
		"Server=db;User Id=app;Password=hunter;",
		"mysql --user=app --password=hunter",
		"client --password hunter2 --host db",
		"DB_PASS=hunter2",
		"db.pwd=hunter2",
		"$password = \"hunter\"",
		"curl -u app:hunter2 https://example.com",
		"echo 'root:hunter2' | chpasswd",
		"echo ec2-user:hunter | sudo chpasswd",
		"ConvertTo-SecureString 'hunter' -AsPlainText -Force",
		"sshpass -p hunter2 ssh host",
	] {
		"a password" in secrets.in_text(text)
	}
	every text in [
		"API_KEY=b7d1c2e94f6a4e1c",
		"apiKey: \"b7d1c2e94f6a4e1c\"",
		"AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIbK7MDENGabPxRfiCYabcdefKEY1",
		"kubeadm join 10.0.0.1:6443 --token abcdef.0123456789abcdef",
		"AccountName=x;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq;",
		"JWT_SECRET=supersecretsigningvalue",
	] {
		"a key or token" in secrets.in_text(text)
	}
}

test_what_is_none if {
	every text in [
		"",
		"#!/bin/bash\nyum install -y nginx\n",
		`TOKEN=$(curl -X PUT "http://169.254.169.254/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: 21600")`,
		"TOKEN=`curl -s -X PUT http://169.254.169.254/latest/api/token`",
		`curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/`,
		"DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/db --query SecretString --output text)",
		"DB_PASSWORD=\"$PASSWORD\"",
		"DB_PASSWORD=\"${PASSWORD}\"",
		"export DB_PASSWORD",
		"unset PASSWORD",
		"DB_PASSWORD=",
		"DB_PASSWORD=\"\"",
		"password: <your password>",
		"PASSWORD=xxxxxxxx",
		"PASSWORD_FILE=/run/secrets/db",
		"PASSWORD=/run/secrets/db",
		"DB_PASSWORD_ARN=arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf",
		"DB_SECRET=arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf",
		"DB_SECRET=prod/clinic/db-credentials",
		"DB_SECRET=clinic-db-2",
		"PASSWORD_MIN_LENGTH=14",
		"RESET_PASSWORD=true",
		"PasswordAuthentication no",
		"read -s -p \"Password: \" pw",
		"echo \"Enter the password:\"; read \"x\"",
		"password = get_password()",
		"password = os.environ[\"DB_PASSWORD\"]",
		"connect(user=user, password=password)",
		"{ user: user, password: password }",
		"Ask for the password: somebody knows",
		"if [ \"$password\" = \"\" ]; then",
		"postgres://db.internal:5432/records",
		"postgres://app:$PASSWORD@db.internal/records",
		"postgres://app:<password>@db.internal/records",
		"https://example.com/path:with@sign",
		"git@github.com:clinic/app.git",
		"aws_access_key_id = AKIAIOSFODNN7EXAMPLE",
		"aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
		"grep -q -- '-----BEGIN PRIVATE KEY-----' key.pem",
		"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7 admin",
		"order 123-45-6789",
		"ssn: 000-12-3456",
		"ssn 666-12-3456",
		"ssn 912-12-3456",
		"passwd: $6$rounds=4096$saltsalt$hash",
		"BYPASS=hunter2",
		"arn=ref:aws_secretsmanager_secret.arn",
		"PASSWORD_ARN=ref:aws_db_instance.master_user_secret[0].secret_arn",
		"TOKEN_URL=https://auth.example.com/token",
	] {
		secrets.in_text(text) == set()
	}
}

test_references if {
	every text in [
		"ref:random_password.result",
		"DB_PASSWORD=ref:random_password.result\n",
		"postgres://app:ref:aws_db_instance.password@db/x",
		"ref:aws_iam_access_key.secret",
		"ref:tls_private_key.private_key_pem",
		"ref:aws_cognito_user_pool_client.client_secret",
		"ref:aws_elasticache_replication_group.auth_token",
		"PASSWORD=ref:random_string.result",
	] {
		count(secrets.in_text(text)) == 1
	}
	every text in ["ref:aws_db_instance.endpoint", "ref:aws_secretsmanager_secret.arn", "ref:aws_ssm_parameter.name"] {
		secrets.in_text(text) == set()
	}
}

test_pairs if {
	every name, value in {
		"DB_PASSWORD": "hunter",
		"PASSWORD": "123456",
		"dbPassword": "change me now",
		"PASSWORD_PROD": "hunter",
		"PGPASSWORD": "hunter",
		"SMTP_PASS": "hunter",
		"MYSQL_PWD": "hunter",
		"db_password_2": "hunter",
	} {
		secrets.in_pair(name, value) == {"a password"}
	}
	secrets.in_pair("API_KEY", "b7d1c2e94f6a4e1c") == {"a key or token"}
	secrets.in_pair("CLIENT_SECRET", "c29tZXRoaW5nIHJhbmRvbQ==") == {"a key or token"}
	secrets.in_pair("PATIENT_SSN", "123456789") == {"a social security number"}
	secrets.in_pair("DATABASE_URL", "mysql://app:hunter@db/records") == {"a password in a URL"}
	secrets.in_pair("CONFIG", `{"password":"hunter"}`) == {"a password"}
	secrets.in_pair("KEY_ID", access_key) == {"an AWS access key"}
}

test_pairs_that_are_none if {
	every name, value in {
		"DB_PASSWORD": "",
		"PASSWORD": "{{resolve:secretsmanager:db}}",
		"DB_PASSWORD_SECRET": "clinic/db",
		"SECRET_NAME": "b7d1c2e94f6a4e1c",
		"SECRET_ARN": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf",
		"TOKEN": "short",
		"USE_TOKEN": "true",
		"PWD": "/home/app",
		"COMPASS": "north",
		"API_KEY": "ref:aws_ssm_parameter.name",
		"LOG_LEVEL": "info",
		"TABLE": "patients",
	} {
		secrets.in_pair(name, value) == set()
	}
}

test_listed if secrets.listed({"a token", "a password"}) == "a password and a token"
