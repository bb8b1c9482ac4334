package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// ASFF writes the AWS Security Finding Format, which Security Hub imports: an array as
// BatchImportFindings takes it, of what was read of accounts and of nothing else, since a
// finding there belongs to one. Passes are in it, and gaps; what is not applicable is not.
// The format: https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html.
func ASFF(w io.Writer, r finding.Report) error {
	out := bufio.NewWriterSize(w, batch)
	err := writeArray(out, "", newASFFMaker(sorted(r)).items)
	if err == nil {
		_, _ = out.WriteString("\n") // Flush tells of all errors
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("write ASFF: %w", err)
	}
	return nil
}

// What Security Hub takes, from the documentation of the types in its API:
// https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html.
const (
	asffTitle        = 256
	asffText         = 1024
	asffNote         = 512
	asffValue        = 2048
	asffRequirements = 32
	// asffEvidence keeps the product fields below the 50 that there may be, and a finding below 240 KB.
	asffEvidence = 20
)

// asffType is the one of the taxonomy of types that is about this.
const asffType = "Software and Configuration Checks/Industry and Regulatory Standards/HIPAA Controls (USA)"

// What follows are the attributes that are written.

type asffFinding struct {
	SchemaVersion string             `json:"SchemaVersion"`
	ID            string             `json:"Id"`
	ProductARN    string             `json:"ProductArn"`
	ProductName   string             `json:"ProductName"`
	GeneratorID   string             `json:"GeneratorId"`
	AccountID     string             `json:"AwsAccountId"`
	CreatedAt     string             `json:"CreatedAt"`
	UpdatedAt     string             `json:"UpdatedAt"`
	Title         string             `json:"Title"`
	Description   string             `json:"Description"`
	Provider      asffProviderFields `json:"FindingProviderFields"`
	Remediation   *asffRemediation   `json:"Remediation,omitempty"`
	ProductFields map[string]string  `json:"ProductFields,omitempty"`
	Resources     []asffResource     `json:"Resources"`
	Compliance    asffCompliance     `json:"Compliance"`
	Workflow      asffWorkflow       `json:"Workflow"`
	RecordState   string             `json:"RecordState"`
	Note          *asffNoted         `json:"Note,omitempty"`
}

// asffProviderFields are where a provider states what the same attributes of the finding itself
// are set from, at first and whenever it imports again.
type asffProviderFields struct {
	Severity asffSeverity `json:"Severity"`
	Types    []string     `json:"Types"`
}

type asffSeverity struct {
	Label    string `json:"Label"`
	Original string `json:"Original,omitempty"`
}

type asffRemediation struct {
	Recommendation asffRecommendation `json:"Recommendation"`
}

type asffRecommendation struct {
	Text string `json:"Text"`
	URL  string `json:"Url,omitempty"`
}

type asffResource struct {
	Type      string       `json:"Type"`
	ID        string       `json:"Id"`
	Partition string       `json:"Partition"`
	Region    string       `json:"Region"`
	Details   *asffDetails `json:"Details,omitempty"`
}

type asffDetails struct {
	Other map[string]string `json:"Other"`
}

type asffCompliance struct {
	Status       string       `json:"Status"`
	Requirements []string     `json:"RelatedRequirements,omitempty"`
	Reasons      []asffReason `json:"StatusReasons,omitempty"`
}

type asffReason struct {
	Code        string `json:"ReasonCode"`
	Description string `json:"Description"`
}

type asffWorkflow struct {
	Status string `json:"Status"`
}

type asffNoted struct {
	Text      string `json:"Text"`
	UpdatedBy string `json:"UpdatedBy"`
	UpdatedAt string `json:"UpdatedAt"`
}
