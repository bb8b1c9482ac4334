package main

import (
	"cmp"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/hipaactl/hipaactl/internal/aws"
)

var (
	// regionName is the form of a Region's name: us-east-1, us-gov-west-1, eusc-de-east-1.
	regionName = regexp.MustCompile(`^[a-z]{2,}(-[a-z]+)+-[0-9]+$`)
	accountID  = regexp.MustCompile(`^[0-9]{12}$`)
	// roleARN and roleName are what IAM allows, with a path:
	// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html
	roleARN  = regexp.MustCompile(`^arn:[a-z-]+:iam::[0-9]{12}:role/[\w+=,.@/-]+$`)
	roleName = regexp.MustCompile(`^[\w+=,.@/-]+$`)
)

// plan checks the flags, before anything is sent anywhere.
func (o auditAWSOptions) plan(p process) (reporting, error) {
	if err := o.checkWhat(); err != nil {
		return reporting{}, err
	}
	switch {
	case o.endpointURL != "" && !strings.HasPrefix(o.endpointURL, "https://") && !strings.HasPrefix(o.endpointURL, "http://"):
		return reporting{}, usagef("--endpoint-url: want a URL such as http://127.0.0.1:5000")
	case o.parallelism < 0:
		return reporting{}, usagef("--parallelism: %d is not a number of calls", o.parallelism)
	case o.timeout < 0:
		return reporting{}, usagef("--timeout: %s is over before it begins", o.timeout)
	}
	if err := cmp.Or(o.waivers.check(), o.markers.check(o.policies.config)); err != nil {
		return reporting{}, err
	}
	plan, err := o.report.plan(p)
	if err != nil {
		return plan, err
	}
	if err := plan.missingAnchor(); err != nil {
		return plan, err
	}
	plan.repo = plan.repo.ofAccounts()
	return plan, o.checkFiles(plan.outputs)
}

// checkWhat checks what is to be read, and as whom.
func (o auditAWSOptions) checkWhat() error {
	for _, region := range o.regions {
		if !regionName.MatchString(region) {
			return usagef("--region %s: want a Region's name, such as us-east-1", region)
		}
	}
	for _, id := range o.accounts {
		if !accountID.MatchString(id) {
			return usagef("--account %s: want the 12 digits of an account", id)
		}
	}
	switch {
	case o.roleARN != "" && !roleARN.MatchString(o.roleARN):
		return usagef("--role-arn %s: want a role's ARN, such as arn:aws:iam::111122223333:role/audit", o.roleARN)
	case !roleName.MatchString(o.roleName):
		return usagef("--role-name %s: want a role's name, without the rest of its ARN", o.roleName)
	case len(o.accounts) > 0 && !o.organization:
		return usagef("--account chooses among the accounts of an organization: add --organization, or read one account with --profile or --role-arn")
	case o.shard != "" && !o.organization:
		return usagef("--shard is a part of an organization: add --organization")
	case o.roleName != defaultRole && !o.organization:
		return usagef("--role-name is the role in each account of an organization: add --organization, or read one account with --role-arn")
	case o.externalID != "" && o.roleARN == "" && !o.organization:
		return usagef("--external-id is for assuming a role: add --role-arn or --organization")
	}
	_, err := o.part()
	return err
}

// part is the part of the organization to read.
func (o auditAWSOptions) part() (aws.Shard, error) {
	if o.shard == "" {
		return aws.Shard{}, nil
	}
	s, err := aws.ParseShard(o.shard)
	if err != nil {
		return s, usagef("--shard %s: %w", o.shard, err)
	}
	return s, nil
}

// checkFiles refuses files that could not be written, before an audit that takes its time.
func (o auditAWSOptions) checkFiles(out outputs) error {
	files := map[string]bool{}
	for _, f := range out.files {
		files[filepath.Clean(f.file)] = true
	}
	if o.save != "" && files[filepath.Clean(o.save)] {
		return usagef("--save: %s is written twice", o.save)
	}
	names := []string{o.save}
	for _, f := range out.files {
		names = append(names, f.file)
	}
	for _, name := range names {
		if name == "" {
			continue
		}
		if info, err := os.Stat(filepath.Dir(name)); err != nil || !info.IsDir() {
			return usagef("%s: the directory to write it in is not there", name)
		}
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			return usagef("%s: is a directory", name)
		}
	}
	return nil
}
