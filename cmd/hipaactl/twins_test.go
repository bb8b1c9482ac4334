package main

import (
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform"
	"github.com/hipaactl/hipaactl/policies"
)

// twinDiffer are the verdicts in which code and the emulated account differ, with
// the reason: "RULE/assertion TYPE.NAME", or "RULE/assertion" of all.
var twinDiffer = map[string]string{
	"HIPAA-ACM-001/expiry aws_acm_certificate.imaging": "only what is issued has an end",

	"HIPAA-EMR-001/address aws_emr_cluster.outcomes":        "the emulator gives every cluster a public name, and code gives none",
	"HIPAA-GLU-001/transport":                               "the emulator forgets the type of a connection",
	"HIPAA-EMR-001/blocked region":                          "the emulator cannot let what is open through",
	"HIPAA-EC2-003/ region":                                 "the emulator does not have GetSnapshotBlockPublicAccessState",
	"HIPAA-EC2-003/public aws_ebs_snapshot.scratch":         "Terraform has no argument for sharing with everybody",
	"HIPAA-EC2-002/encrypted aws_instance.charts":           "an instance's volumes are resources of their own in an account",
	"HIPAA-EC2-002/encrypted aws_instance.scratch":          "an instance's volumes are resources of their own in an account",
	"HIPAA-LAM-004/kept aws_lambda_function.records":        "the emulator forgets a function's dead-letter queue, and answers its other settings with dates that are none",
	"HIPAA-LAM-002/key aws_lambda_function.records":         "the emulator forgets a function's key",
	"HIPAA-EC2-011/ region":                                 "the emulator does not have GetImageBlockPublicAccessState",
	"HIPAA-EC2-011/encrypted aws_ami.viewer":                "the emulator does not say whether the disks of an image are encrypted",
	"HIPAA-EC2-011/encrypted aws_ami.kiosk":                 "the emulator does not say whether the disks of an image are encrypted",
	"HIPAA-CFR-002/access aws_cloudfront_distribution.site": "the emulator drops the identity of an S3 origin",
	"HIPAA-MSK-001/private aws_msk_cluster.vitals":          "the emulator does not say whether brokers have public addresses",
	"HIPAA-SHB-001/standard region":                         "the emulator does not have GetEnabledStandards",
	"HIPAA-CTR-005/ aws_cloudtrail.audit":                   "the emulator never delivers to CloudWatch Logs",
	"HIPAA-WAF-002/ aws_wafv2_web_acl.site":                 "the emulator lists no logging configurations of CloudFront",
	"HIPAA-S3-011/copied":                                   "the emulator does not have ListBackupSelections",
	"HIPAA-S3-013/acl":                                      "in an account every bucket has an ACL, in force or not",
	"HIPAA-S3-013/enforced aws_s3_bucket.phi-archive":       "a new bucket is enforced unless its code says otherwise; an account says what is so",
	"HIPAA-RDS-009/ aws_db_instance.scratch":                "the emulator does not list the option groups that an engine has by default",
	"HIPAA-BKP-004/ aws_backup_plan.daily":                  "the emulator does not have ListBackupSelections",
	"HIPAA-RDS-016/":                                        "the emulator does not say at which interval it monitors",
	"HIPAA-RDS-007/final_snapshot aws_db_instance.orders":   "only an argument of Terraform, nothing that an account holds",
	"HIPAA-EC2-007/subnet aws_instance.scratch":             "the machine was started before its subnet gave addresses",
	"HIPAA-RDS-007/final_snapshot aws_rds_cluster.charts":   "only an argument of Terraform, nothing that an account holds",

	"HIPAA-SGM-001/isolation aws_sagemaker_model.triage":         "the emulator drops whether a model is isolated",
	"HIPAA-RSH-003/ aws_redshift_cluster.claims":                 "the emulator's parameter groups keep their defaults",
	"HIPAA-RSH-004/user_activity aws_redshift_cluster.claims":    "the emulator's parameter groups keep their defaults",
	"HIPAA-RDS-014/unstored aws_db_instance.orders":              "an account does not show what set the password",
	"HIPAA-RDS-014/unstored aws_db_instance.scratch":             "an account does not show what set the password",
	"HIPAA-RDS-014/unstored aws_rds_cluster.charts":              "an account does not show what set the password",
	"HIPAA-RDS-014/unstored aws_rds_cluster.reports":             "an account does not show what set the password",
	"HIPAA-RDS-014/managed aws_db_instance.orders":               "Terraform's code is judged by what its state will hold",
	"HIPAA-RDS-014/managed aws_db_instance.scratch":              "Terraform's code is judged by what its state will hold",
	"HIPAA-RDS-014/managed aws_rds_cluster.charts":               "Terraform's code is judged by what its state will hold",
	"HIPAA-RDS-014/managed aws_rds_cluster.reports":              "Terraform's code is judged by what its state will hold",
	"HIPAA-DDB-003/covered aws_dynamodb_table.visits":            "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-DDB-003/covered aws_dynamodb_table.sessions":          "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-DDB-003/covered aws_dynamodb_table.drafts":            "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-NEP-001/authenticated aws_neptune_cluster.relations":  "the emulator refuses IAM authentication for Neptune",
	"HIPAA-RDS-003/insights aws_db_instance.scratch":             "the emulator does not say whether Performance Insights is on",
	"HIPAA-RDS-003/insights aws_db_instance.orders":              "the emulator does not say whether Performance Insights is on",
	"HIPAA-RDS-017/covered aws_db_instance.orders":               "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-RDS-017/covered aws_db_instance.scratch":              "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-RDS-017/covered aws_rds_cluster.charts":               "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-RDS-017/covered aws_rds_cluster.reports":              "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-BKP-001/phi_frequency aws_backup_plan.daily":          "the emulator does not have ListBackupSelections",
	"HIPAA-BKP-002/recovery_points aws_backup_vault.phi-copies":  "the emulator does not have ListRecoveryPointsByBackupVault, and code holds no recovery points",
	"HIPAA-BKP-002/recovery_points aws_backup_vault.phi-records": "the emulator does not have ListRecoveryPointsByBackupVault, and code holds no recovery points",
	"HIPAA-BKP-003/immutable aws_backup_vault.phi-copies":        "the emulator does not have GetBackupVaultAccessPolicy",

	"HIPAA-IAM-017/declared aws_iam_user.contractor":    "in an account a user may be older than the rule",
	"HIPAA-IAM-017/declared aws_iam_user.nightly":       "in an account a user may be older than the rule",
	"HIPAA-IAM-018/ region":                             "the emulator does not have IAM Access Analyzer",
	"HIPAA-SSM-001/value aws_ssm_parameter.db_password": "values are not read from an account",
	"HIPAA-SSM-001/value aws_ssm_parameter.api_key":     "values are not read from an account",
	"HIPAA-SSM-003/installed account":                   "of an account the compliance of nodes is judged",

	"HIPAA-EC2-005/covered":                                "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-EC2-013/vpc":                                    "what is declared can run in a VPC alone",
	"HIPAA-EC2-016/imdsv2":                                 "the emulator does not say whether an instance may run enclaves",
	"HIPAA-EC2-016/address":                                "the emulator does not say whether an instance may run enclaves",
	"HIPAA-EC2-016/ingress":                                "the emulator does not say whether an instance may run enclaves",
	"HIPAA-EC2-008/permitted":                              "code says what may be managed, an account what is",
	"HIPAA-RDS-007/final_snapshot aws_db_instance.scratch": "only an argument of Terraform, nothing that an account holds",
	"HIPAA-SEC-004/recoverable":                            "the time to wait is said when the deletion is ordered",
	"HIPAA-KMS-002/window":                                 "the time to wait is said when the deletion is ordered",
	"HIPAA-EFS-002/backed_up aws_efs_file_system.charts":   "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-EFS-002/backed_up aws_efs_file_system.scratch":  "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-CWA-002/root account":                           "one Region of the account is read, and what root does arises in another",
	"HIPAA-CWA-004/iam account":                            "one Region of the account is read, and what IAM does arises in another",
	"HIPAA-IAM-016/ aws_iam_role.break-glass":              "one Region of the account is read, and STS may be called in another",
	"HIPAA-IRT-001/routed account":                         "one Region of the account is read, and findings may arise in others",
	"HIPAA-BKP-005/planned account":                        "the emulator does not have ListRestoreTestingPlans",
	"HIPAA-BKP-006/told aws_backup_vault.phi-copies":       "the emulator does not have GetBackupVaultNotifications",
	"HIPAA-CFG-002/deployed account":                       "the emulator does not have DescribeConformancePacks",
}

// TestTwins shows that one policy judges both: the same thing as configuration and as
// an account gets the same verdict, by every rule and for each resource. Every rule
// that judges both is shown to pass and to fail.
func TestTwins(t *testing.T) {
	t.Parallel()
	url := awstest.Start(t)
	loaded := builtIn(t)
	shown, liveAlone := map[string]map[finding.Status]bool{}, map[string]bool{}
	for _, m := range loaded.List() {
		liveAlone[m.ID] = liveAlone[m.ID] || readsOwn(m.Related) || !judgesBoth(m)
	}
	for _, twin := range []struct {
		name, account string
		fill          func(testing.TB, string, string) awstest.Names
	}{
		{"sound", "123456789012", awstest.Sound},
		{"broken", "123456789012", awstest.Broken},
	} {
		resetEmulator(t, url)
		names := twin.fill(t, url, twin.account)
		code := rulings(judged(t, loaded, configured(t, loaded, "../../testdata/live/"+twin.name)), nil)
		audit, err := aws.Audit(t.Context(), aws.Options{Wanted: loaded.Wanted(), EndpointURL: url, Regions: []string{awstest.Region}, HTTPClient: awstest.Client()})
		if err != nil {
			t.Fatal(err)
		}
		live := rulings(judged(t, loaded, audit.Set), names)
		for _, key := range sortedKeys(code) {
			rule, _, _ := strings.Cut(key, "/")
			got, ok := live[key]
			switch {
			case code[key] == "not_applicable" && (!ok || liveAlone[rule]):
				continue
			case got == code[key]:
				if shown[rule] == nil {
					shown[rule] = map[finding.Status]bool{}
				}
				for s := range strings.FieldsSeq(got) {
					shown[rule][finding.Status(s)] = true
				}
			case twinDiffer[key] == "" && twinDiffer[strings.Fields(key)[0]] == "":
				t.Errorf("%s: %s: %q in code, %q live", twin.name, key, code[key], got)
			}
		}
	}
	for _, m := range loaded.List() {
		if !judgesBoth(m) {
			continue
		}
		for _, s := range []finding.Status{finding.Pass, finding.Fail} {
			if !shown[m.ID][s] && unshown[m.ID+" "+string(s)] == "" {
				t.Errorf("%s is not shown to %s in both", m.ID, s)
			}
		}
	}
}

// judgesBoth tells whether a policy judges the same type in code and in accounts. Where
// it judges a type of ours, the two halves have nothing in common to compare.
func judgesBoth(m checks.Metadata) bool {
	both := false
	for typ := range m.Resources {
		if aws.Own(typ) {
			return false
		}
		both = both || slices.Contains(aws.Types(), typ)
	}
	return both
}

// readsOwn tells whether a policy joins types of ours: of code it then has nothing to say.
func readsOwn(lists map[string]*checks.Related) bool {
	for _, r := range lists {
		if aws.Own(r.Type) || readsOwn(r.Related) {
			return true
		}
	}
	return false
}

// unshown are the verdicts that no twin can show, with the reason.
var unshown = map[string]string{
	"HIPAA-ACM-001 fail": "the emulator makes good certificates alone",

	"HIPAA-CWA-006 fail": "nothing marks the databases and load balancers of the broken account as holding PHI",
	"HIPAA-GRD-002 fail": "in the broken account GuardDuty is off altogether",
	"HIPAA-CTR-005 pass": "the emulator never delivers to CloudWatch Logs",

	"HIPAA-WSP-001 pass": "the emulator makes WorkSpaces only in directories of AWS Directory Service",
	"HIPAA-WSP-001 fail": "the emulator makes WorkSpaces only in directories of AWS Directory Service",

	"HIPAA-EC2-003 fail": "Terraform cannot share with everybody, and the emulator does not know the Region's block",

	"HIPAA-EC2-005 pass": "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-EC2-005 fail": "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-EC2-013 pass": "code is judged by instances with PHI, and no instance of the accounts is marked as one",
	"HIPAA-EC2-013 fail": "code is judged by instances with PHI, and no instance of the accounts is marked as one",
	"HIPAA-EC2-016 pass": "the emulator does not say whether an instance may run enclaves",
	"HIPAA-EC2-016 fail": "the emulator does not say whether an instance may run enclaves",
	"HIPAA-VPC-009 pass": "the emulator has no Client VPN, and code does not show whether tunnels are up",
	"HIPAA-VPC-009 fail": "the emulator has no Client VPN, and code does not show whether tunnels are up",
	"HIPAA-EC2-008 pass": "code says what may be managed, an account what is",
	"HIPAA-EC2-008 fail": "code says what may be managed, an account what is",

	"HIPAA-DDB-003 fail": "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-DDB-003 pass": "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-DOC-001 fail": "the emulator has no DocumentDB",
	"HIPAA-DOC-001 pass": "the emulator has no DocumentDB",
	"HIPAA-DOC-002 fail": "the emulator has no DocumentDB",
	"HIPAA-DOC-002 pass": "the emulator has no DocumentDB",
	"HIPAA-DOC-003 fail": "the emulator has no DocumentDB",
	"HIPAA-DOC-003 pass": "the emulator has no DocumentDB",

	"HIPAA-RDS-009 fail": "the emulator does not list the option groups that an engine has by default",
	"HIPAA-RDS-016 pass": "the emulator does not say at which interval it monitors",
	"HIPAA-RDS-016 fail": "the emulator does not say at which interval it monitors",
	"HIPAA-RDS-014 fail": "code and accounts are judged by different assertions",
	"HIPAA-RDS-014 pass": "code and accounts are judged by different assertions",
	"HIPAA-RDS-017 fail": "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-RDS-017 pass": "the emulator has neither selections nor settings of AWS Backup",

	"HIPAA-RSH-003 pass": "the emulator's parameter groups keep their defaults",
	"HIPAA-IAM-017 pass": "in the emulator every account has IAM Identity Center",
	"HIPAA-SSM-003 pass": "code says what installs patches, an account what is missing",
	"HIPAA-SSM-003 fail": "code says what installs patches, an account what is missing",
	"HIPAA-EFS-002 pass": "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-EFS-002 fail": "the emulator has neither selections nor settings of AWS Backup",
	"HIPAA-S3-011 pass":  "one Region of the account is read, and the copy is in another",
	"HIPAA-S3-011 fail":  "the emulator does not have ListBackupSelections",
	"HIPAA-BKP-004 pass": "the emulator does not have ListBackupSelections, so that no plan is known to hold PHI",
	"HIPAA-BKP-004 fail": "the emulator does not have ListBackupSelections, so that no plan is known to hold PHI",
	"HIPAA-CWL-003 pass": "the emulator does not have data protection policies",
	"HIPAA-CWL-003 fail": "the emulator does not have data protection policies",
	"HIPAA-BKP-006 fail": "the emulator does not have GetBackupVaultNotifications, and code holds no jobs",
	"HIPAA-CFG-002 pass": "the emulator does not have DescribeConformancePacks",
	"HIPAA-CFG-002 fail": "the emulator does not have DescribeConformancePacks",
	"HIPAA-BKP-005 pass": "the emulator does not have ListRestoreTestingPlans",
	"HIPAA-BKP-005 fail": "the emulator does not have ListRestoreTestingPlans",
}

var onceLoaded = sync.OnceValues(func() (*checks.Policies, error) { return checks.Load(checks.Options{Embedded: policies.FS}) })

// builtIn are the policies that come with the program, compiled once for all tests.
func builtIn(t *testing.T) *checks.Policies {
	t.Helper()
	loaded, err := onceLoaded()
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

// emulation makes the SDK's configuration depend on the test alone. A busy machine may lose a
// connection, so that each request may be tried again.
var emulation = map[string]string{
	"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_SESSION_TOKEN": "", "AWS_PROFILE": "", "AWS_REGION": "",
	"AWS_DEFAULT_REGION": "", "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.DevNull, "AWS_SHARED_CREDENTIALS_FILE": os.DevNull,
	"AWS_ENDPOINT_URL": "", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "", "AWS_RETRY_MODE": "", "AWS_MAX_ATTEMPTS": "2",
	"AWS_CA_BUNDLE": "", // the SDK would want a client of its own kind
}

// emulated is emulation for a test that knows what it is answered, and no request is tried again.
func emulated(t *testing.T) {
	t.Helper()
	for name, value := range emulation {
		t.Setenv(name, value)
	}
	t.Setenv("AWS_MAX_ATTEMPTS", "1")
}

func configured(t *testing.T, p *checks.Policies, dir string) resource.Set {
	t.Helper()
	set, err := terraform.Load(t.Context(), terraform.Options{Paths: []string{dir}, Wanted: p.Wanted(), Getenv: func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func judged(t *testing.T, p *checks.Policies, set resource.Set) []finding.Finding {
	t.Helper()
	phi.Mark(&set, phi.Markers{})
	return p.Evaluate(t.Context(), &set, checks.EvalOptions{Now: time.Now(), WholeAccount: true}).Findings
}

// rulings are the statuses by rule, assertion and what was judged. names translate
// what an account calls things; in code an instance with a key is called by its key.
func rulings(all []finding.Finding, names awstest.Names) map[string]string {
	by := map[string][]string{}
	for _, f := range all {
		address := f.Resource.Address
		if twin, ok := names[address]; ok {
			address = twin
		}
		if i := strings.Index(address, `["`); i >= 0 {
			address = f.Resource.Type + "." + strings.Trim(address[i:], `[]"`)
		}
		key := fmt.Sprintf("%s/%s %s", f.Rule, f.Assertion, address)
		by[key] = append(by[key], string(f.Status))
	}
	out := map[string]string{}
	for key, statuses := range by {
		slices.Sort(statuses)
		out[key] = strings.Join(slices.Compact(statuses), " ")
	}
	return out
}

func sortedKeys(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// resetEmulator empties all its accounts.
func resetEmulator(t *testing.T, url string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/moto-api/reset", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
}
