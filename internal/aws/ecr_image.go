package aws

import (
	"context"
	"slices"
	"strings"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ecr"
	"github.com/aws/aws-sdk-go-v2/service/ecr/types"
)

// An image that was never scanned has no scan.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html
var (
	describeRepositoryImages = operation{service: "ecr", name: "DescribeImages", absent: []string{"RepositoryNotFoundException"}}
	describeScanFindings     = operation{service: "ecr", name: "DescribeImageScanFindings", absent: []string{"ScanNotFoundException", "ImageNotFoundException", "RepositoryNotFoundException"}}
)

// readNewestImages says of each repository what the scan of its newest image found.
func readNewestImages(ctx context.Context, p *place) {
	forEach(ctx, repositories(ctx, p), func(ctx context.Context, f found[types.Repository]) {
		name := or(f.one.RepositoryName, "")
		newest, err := newestImages(ctx, p, name)
		if err != nil {
			p.companion(item{typ: "aws_ecr_newest_image", name: name, read: p.begin(describeRepositoryImages, name)}, err, attrs{"repository": name, "repository_arn": f.one.RepositoryArn}, nil)
			return
		}
		for i, image := range newest {
			out, of, err := get(ctx, p, describeScanFindings, name, p.ecr().DescribeImageScanFindings, &ecr.DescribeImageScanFindingsInput{
				RepositoryName: &name, ImageId: &types.ImageIdentifier{ImageDigest: image.ImageDigest}, MaxResults: sdk.Int32(1), // the counts are of all findings
			})
			if err == nil && i+1 < len(newest) && unsupported(out) {
				continue
			}
			it := item{typ: "aws_ecr_newest_image", name: name, read: of, attrs: scanAttrs(out)}
			if failure := asFailure(err); failure != nil {
				p.lostOne(of, failure)
				it.attrs, it.unread = attrs{}, failure
			}
			it.attrs["repository"], it.attrs["repository_arn"] = name, f.one.RepositoryArn
			it.attrs["image_digest"], it.attrs["pushed_at"] = image.ImageDigest, image.ImagePushedAt
			p.emit(it)
			return
		}
	})
}

// oneBuild is how long the parts of an image take to be pushed.
const oneBuild = 10 * time.Minute

// newestImages are the images that were pushed last, the newest first. What a build pushes together with one, such as
// the attestation of how it was made, looks like an image and cannot be scanned: that is why there may be several.
func newestImages(ctx context.Context, p *place, repository string) (newest []types.ImageDetail, err error) {
	pages := ecr.NewDescribeImagesPaginator(p.ecr(), &ecr.DescribeImagesInput{RepositoryName: &repository, MaxResults: sdk.Int32(1000)})
	var all []types.ImageDetail
	err = listPages(ctx, p, describeRepositoryImages, repository, pages, func(page *ecr.DescribeImagesOutput, _ read) {
		for _, i := range page.ImageDetails {
			if runnable(i) {
				all = append(all, i)
			}
		}
	})
	slices.SortFunc(all, func(a, b types.ImageDetail) int {
		if c := or(b.ImagePushedAt, time.Time{}).Compare(or(a.ImagePushedAt, time.Time{})); c != 0 {
			return c
		}
		return strings.Compare(or(a.ImageDigest, ""), or(b.ImageDigest, ""))
	})
	for _, i := range all {
		if or(all[0].ImagePushedAt, time.Time{}).Sub(or(i.ImagePushedAt, time.Time{})) > oneBuild {
			break
		}
		newest = append(newest, i)
	}
	return newest, err
}

// notImages are manifests that only list the images of several platforms.
var notImages = []string{"application/vnd.docker.distribution.manifest.list.v2+json", "application/vnd.oci.image.index.v1+json"}

// imageConfigs are the configurations of what can be run; charts, signatures and the like have others.
var imageConfigs = []string{"", "application/vnd.docker.container.image.v1+json", "application/vnd.oci.image.config.v1+json"}

func runnable(i types.ImageDetail) bool {
	return i.SubjectManifestDigest == nil && slices.Contains(imageConfigs, or(i.ArtifactMediaType, "")) && !slices.Contains(notImages, or(i.ImageManifestMediaType, ""))
}

func unsupported(out *ecr.DescribeImageScanFindingsOutput) bool {
	return out.ImageScanStatus != nil && out.ImageScanStatus.Status == types.ScanStatusUnsupportedImage
}

// scanAttrs has no status where nothing was scanned.
func scanAttrs(out *ecr.DescribeImageScanFindingsOutput) attrs {
	if out == nil {
		return attrs{"scan_status": nil, "critical_findings": nil, "scan_completed_at": nil}
	}
	a := attrs{"scan_status": missing(), "critical_findings": missing(), "scan_completed_at": nil}
	if out.ImageScanStatus != nil {
		a["scan_status"] = out.ImageScanStatus.Status
	}
	if f := out.ImageScanFindings; f != nil {
		a["critical_findings"], a["scan_completed_at"] = f.FindingSeverityCounts[string(types.FindingSeverityCritical)], optional(f.ImageScanCompletedAt)
	}
	return a
}
