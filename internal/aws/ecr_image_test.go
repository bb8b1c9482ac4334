package aws_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNewestImages(t *testing.T) {
	const image = `"imageManifestMediaType":"application/vnd.oci.image.manifest.v1+json","artifactMediaType":"application/vnd.oci.image.config.v1+json"`
	images := map[string]string{
		"app": `{"imageDigest":"sha256:old","imagePushedAt":1500000000,` + image + `},{"imageDigest":"sha256:new","imagePushedAt":1600000000,` + image + `},
			{"imageDigest":"sha256:attestation","imagePushedAt":1600000001,` + image + `},
			{"imageDigest":"sha256:index","imagePushedAt":1600000002,"imageManifestMediaType":"application/vnd.oci.image.index.v1+json"},
			{"imageDigest":"sha256:signature","imagePushedAt":1600000003,"subjectManifestDigest":"sha256:new",` + image + `},
			{"imageDigest":"sha256:chart","imagePushedAt":1600000004,"artifactMediaType":"application/vnd.cncf.helm.config.v1+json"}`,
		"strange": `{"imageDigest":"sha256:attestation","imagePushedAt":1600000000},{"imageDigest":"sha256:new","imagePushedAt":1500000000}`,
		"unseen":  `{"imageDigest":"sha256:unseen","imagePushedAt":1600000000}`, "never": `{"imageDigest":"sha256:never","imagePushedAt":1600000000}`, "empty": "",
	}
	f := &fake{answers: answers{
		"DescribeRepositories": `{"repositories":[{"repositoryName":"app"},{"repositoryName":"denied"},{"repositoryName":"empty"},{"repositoryName":"never"},{"repositoryName":"strange"},{"repositoryName":"unseen"}]}`,
		"DescribeImages": func(in ask) string {
			list, ok := images[in.Get("repositoryName")]
			if !ok {
				return "error AccessDeniedException"
			}
			return `{"imageDetails":[` + list + `]}`
		},
		"DescribeImageScanFindings": func(in ask) string {
			for digest, answer := range map[string]string{
				"sha256:new":         `{"imageScanStatus":{"status":"ACTIVE"},"imageScanFindings":{"findingSeverityCounts":{"CRITICAL":3,"HIGH":1}}}`,
				"sha256:attestation": `{"imageScanStatus":{"status":"UNSUPPORTED_IMAGE"}}`,
				"sha256:never":       "error ScanNotFoundException",
			} {
				if strings.Contains(in.Get("imageId"), digest) {
					return answer
				}
			}
			return "error AccessDeniedException"
		},
	}}
	set := f.audit(t, []string{"aws_ecr_newest_image"})
	newest, unsaid := "aws_ecr_newest_image", "unknown: ecr:DescribeImageScanFindings: the answer does not hold what aws_ecr_newest_image.critical_findings is made from"
	holds(t, set.one(t, newest, "app"), map[string]any{"repository": "app", "image_digest": "sha256:new", "scan_status": "ACTIVE", "critical_findings": 3})
	holds(t, set.one(t, newest, "never"), map[string]any{"scan_status": nil, "critical_findings": nil})
	holds(t, set.one(t, newest, "strange"), map[string]any{"image_digest": "sha256:attestation", "scan_status": "UNSUPPORTED_IMAGE", "critical_findings": unsaid})
	if r := set.one(t, newest, "unseen"); r.Values.Type().HasAttribute("scan_status") || r.Unread.What != "ecr:DescribeImageScanFindings" {
		t.Errorf("what was denied is there: %v", r.Unread)
	}
	if r := set.one(t, newest, "denied"); len(r.Existence) != 1 {
		t.Errorf("whether it exists is known: %v", r.Existence)
	}
	if diff := cmp.Diff([]string{"app", "denied", "never", "strange", "unseen"}, set.names(newest)); diff != "" {
		t.Error(diff)
	}
}
