package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// ocsfVersion is the schema that the events follow: https://schema.ocsf.io/1.5.0/classes/compliance_finding.
const ocsfVersion = "1.5.0"

// OCSF writes Compliance Findings (class 2003) of the Open Cybersecurity Schema Framework, one
// JSON object a line, as log shippers, SIEMs and data lakes take events. Each verdict is one,
// passes included, and each gap is one too, so that nobody takes what was not read for
// sound. What is not applicable was not tested and is left out.
func OCSF(w io.Writer, r finding.Report) error {
	r = sorted(r)
	out := bufio.NewWriterSize(w, batch)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	events := newOCSFMaker(r)
	for _, f := range r.Findings {
		if f.Status == finding.NotApplicable {
			continue
		}
		if err := e.Encode(events.finding(f)); err != nil {
			return fmt.Errorf("write OCSF: %w", err)
		}
	}
	for _, g := range r.Gaps {
		if err := e.Encode(events.gap(g)); err != nil {
			return fmt.Errorf("write OCSF: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write OCSF: %w", err)
	}
	return nil
}

// What follows are the attributes that are written. Times are milliseconds since 1970.

type ocsfEvent struct {
	ActivityID   int              `json:"activity_id"`
	ActivityName string           `json:"activity_name"`
	CategoryUID  int              `json:"category_uid"`
	CategoryName string           `json:"category_name"`
	ClassUID     int              `json:"class_uid"`
	ClassName    string           `json:"class_name"`
	TypeUID      int              `json:"type_uid"`
	TypeName     string           `json:"type_name"`
	Time         int64            `json:"time"`
	SeverityID   int              `json:"severity_id"`
	Severity     string           `json:"severity"`
	StatusID     int              `json:"status_id"`
	Status       string           `json:"status"`
	StatusDetail string           `json:"status_detail,omitempty"`
	Message      string           `json:"message"`
	Metadata     ocsfMetadata     `json:"metadata"`
	FindingInfo  ocsfFindingInfo  `json:"finding_info"`
	Compliance   ocsfCompliance   `json:"compliance"`
	Resources    []ocsfResource   `json:"resources"`
	Evidences    []ocsfEvidence   `json:"evidences,omitempty"`
	Remediation  *ocsfRemediation `json:"remediation,omitempty"`
	// Cloud is there if and only if the metadata name the profile cloud.
	Cloud    *ocsfCloud   `json:"cloud,omitempty"`
	Unmapped ocsfUnmapped `json:"unmapped"`
}

type ocsfMetadata struct {
	Version  string      `json:"version"`
	Product  ocsfProduct `json:"product"`
	Profiles []string    `json:"profiles,omitempty"`
	UID      string      `json:"uid"`
}

type ocsfProduct struct {
	Name    string `json:"name"`
	UID     string `json:"uid"`
	Vendor  string `json:"vendor_name"`
	Version string `json:"version"`
	URL     string `json:"url_string"`
}

type ocsfFindingInfo struct {
	UID         string        `json:"uid"`
	Title       string        `json:"title"`
	Description string        `json:"desc,omitempty"`
	Types       []string      `json:"types"`
	CreatedTime int64         `json:"created_time"`
	Analytic    *ocsfAnalytic `json:"analytic,omitempty"`
}

type ocsfAnalytic struct {
	UID    string `json:"uid"`
	Name   string `json:"name"`
	TypeID int    `json:"type_id"`
	Type   string `json:"type"`
}

type ocsfCompliance struct {
	Standards     []string    `json:"standards"`
	Requirements  []string    `json:"requirements,omitempty"`
	Control       string      `json:"control,omitempty"`
	Parameters    []ocsfNamed `json:"control_parameters,omitempty"`
	StatusID      int         `json:"status_id"`
	Status        string      `json:"status"`
	StatusCode    string      `json:"status_code"`
	StatusDetails []string    `json:"status_details,omitempty"`
}

type ocsfNamed struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type ocsfResource struct {
	UID       string         `json:"uid"`
	Name      string         `json:"name"`
	Type      string         `json:"type"`
	Region    string         `json:"region,omitempty"`
	Partition string         `json:"cloud_partition,omitempty"`
	Owner     *ocsfOwner     `json:"owner,omitempty"`
	Labels    []string       `json:"labels,omitempty"`
	Data      map[string]any `json:"data"`
}

type ocsfOwner struct {
	Account ocsfAccount `json:"account"`
}

type ocsfAccount struct {
	UID    string `json:"uid"`
	TypeID int    `json:"type_id"`
	Type   string `json:"type"`
}

type ocsfCloud struct {
	Provider  string      `json:"provider"`
	Account   ocsfAccount `json:"account"`
	Region    string      `json:"region,omitempty"`
	Partition string      `json:"cloud_partition,omitempty"`
}

// ocsfEvidence is one thing that was seen: the API call that showed it, and what.
type ocsfEvidence struct {
	API  *ocsfAPI          `json:"api,omitempty"`
	Data map[string]string `json:"data"`
}

type ocsfAPI struct {
	Operation string      `json:"operation"`
	Service   ocsfService `json:"service"`
}

type ocsfService struct {
	Name string `json:"name"`
}

type ocsfRemediation struct {
	Description string   `json:"desc"`
	References  []string `json:"references,omitempty"`
}

// ocsfUnmapped is what OCSF has no attribute for.
type ocsfUnmapped struct {
	Policies string `json:"policies_sha256,omitempty"`
	Profile  string `json:"profile,omitempty"`
	// Proposed are paragraphs that are not law.
	Proposed []string `json:"proposed_not_law,omitempty"`
	Baseline string   `json:"baseline,omitempty"`
	// Laxer are the rule's thresholds that ask for less than their default, or than the profile.
	Laxer []string `json:"laxer,omitempty"`
}
