package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/glue"
	"github.com/aws/aws-sdk-go-v2/service/glue/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html
var (
	getGlueJobs           = operation{service: "glue", name: "GetJobs"}
	getGlueCrawlers       = operation{service: "glue", name: "GetCrawlers"}
	getGlueConfigurations = operation{service: "glue", name: "GetSecurityConfigurations"}
	getGlueConnections    = operation{service: "glue", name: "GetConnections"}
	getGlueSettings       = operation{service: "glue", name: "GetDataCatalogEncryptionSettings"}
	getGlueTags           = operation{service: "glue", name: "GetTags", absent: []string{"EntityNotFoundException"}}
)

func glueParts() []part {
	return []part{
		{types: []string{"aws_glue_job"}, uses: []operation{getGlueJobs, getGlueTags}, run: readGlueJobs},
		{types: []string{"aws_glue_crawler"}, uses: []operation{getGlueCrawlers, getGlueTags}, run: readGlueCrawlers},
		{types: []string{"aws_glue_connection"}, uses: []operation{getGlueConnections, getGlueTags}, run: readGlueConnections},
		{types: []string{"aws_glue_security_configuration"}, uses: []operation{getGlueConfigurations}, run: readGlueConfigurations},
		{types: []string{"aws_glue_data_catalog_encryption_settings"}, uses: []operation{getGlueSettings}, run: readGlueSettings},
	}
}

func (p *place) glue() *glue.Client { return glue.NewFromConfig(p.config()) }

func readGlueJobs(ctx context.Context, p *place) {
	var all []item
	list(ctx, p, getGlueJobs, glue.NewGetJobsPaginator(p.glue(), &glue.GetJobsInput{}), func(page *glue.GetJobsOutput, r read) {
		for _, j := range page.Jobs {
			all = append(all, p.glueItem("aws_glue_job", "job/", j.Name, r, attrs{"role_arn": optional(j.Role), "security_configuration": optional(j.SecurityConfiguration)}))
		}
	})
	emitGlue(ctx, p, all)
}

func readGlueCrawlers(ctx context.Context, p *place) {
	var all []item
	list(ctx, p, getGlueCrawlers, glue.NewGetCrawlersPaginator(p.glue(), &glue.GetCrawlersInput{}), func(page *glue.GetCrawlersOutput, r read) {
		for _, c := range page.Crawlers {
			all = append(all, p.glueItem("aws_glue_crawler", "crawler/", c.Name, r, attrs{
				"database_name": optional(c.DatabaseName), "role": optional(c.Role), "security_configuration": optional(c.CrawlerSecurityConfiguration),
			}))
		}
	})
	emitGlue(ctx, p, all)
}

// told are the properties of connections that hold no secret and no address with one.
var told = []string{"JDBC_ENFORCE_SSL", "KAFKA_SSL_ENABLED", "KAFKA_BOOTSTRAP_SERVERS", "SECRET_ID"}

// readGlueConnections asks for connections without their passwords.
// Source: https://docs.aws.amazon.com/glue/latest/webapi/API_GetConnections.html
func readGlueConnections(ctx context.Context, p *place) {
	var all []item
	list(ctx, p, getGlueConnections, glue.NewGetConnectionsPaginator(p.glue(), &glue.GetConnectionsInput{HidePassword: true}), func(page *glue.GetConnectionsOutput, r read) {
		for _, c := range page.ConnectionList {
			properties := map[string]string{}
			for _, name := range told {
				if value, ok := c.ConnectionProperties[name]; ok {
					properties[name] = value
				}
			}
			it := p.glueItem("aws_glue_connection", "connection/", c.Name, r, attrs{"connection_type": c.ConnectionType, "connection_properties": properties})
			it.attrs["id"] = p.account.id + ":" + it.name
			all = append(all, it)
		}
	})
	emitGlue(ctx, p, all)
}

// glueItem names something of Glue, whose answers hold no ARNs.
func (p *place) glueItem(typ, kind string, name *string, r read, of attrs) item {
	arn := p.arn("glue", kind+or(name, ""))
	of["id"], of["name"], of["arn"], of["region"] = name, name, arn, p.region
	return item{typ: typ, name: or(name, ""), arn: arn, read: r, attrs: of}
}

func emitGlue(ctx context.Context, p *place, all []item) {
	forEach(ctx, all, func(ctx context.Context, it item) {
		out, r, err := get(ctx, p, getGlueTags, it.name, p.glue().GetTags, &glue.GetTagsInput{ResourceArn: &it.arn})
		if it.tag(p, r, err, func() map[string]string { return out.Tags }) {
			p.emit(it)
		}
	})
}

func readGlueConfigurations(ctx context.Context, p *place) {
	list(ctx, p, getGlueConfigurations, glue.NewGetSecurityConfigurationsPaginator(p.glue(), &glue.GetSecurityConfigurationsInput{}), func(page *glue.GetSecurityConfigurationsOutput, r read) {
		for _, c := range page.SecurityConfigurations {
			p.emit(item{typ: "aws_glue_security_configuration", name: or(c.Name, ""), read: r, attrs: attrs{
				"id": c.Name, "name": c.Name, "region": p.region, "encryption_configuration": glueEncryption(c.EncryptionConfiguration),
			}})
		}
	})
}

// glueEncryption says nothing of what a security configuration leaves out, which is not encrypted.
// Source: https://docs.aws.amazon.com/glue/latest/webapi/API_EncryptionConfiguration.html
func glueEncryption(c *types.EncryptionConfiguration) any {
	if c == nil {
		return missing()
	}
	objects, logs, bookmarks := []attrs{}, []attrs{}, []attrs{}
	for _, s := range c.S3Encryption {
		objects = append(objects, attrs{"s3_encryption_mode": s.S3EncryptionMode, "kms_key_arn": optional(s.KmsKeyArn)})
	}
	if w := c.CloudWatchEncryption; w != nil {
		logs = append(logs, attrs{"cloudwatch_encryption_mode": w.CloudWatchEncryptionMode, "kms_key_arn": optional(w.KmsKeyArn)})
	}
	if b := c.JobBookmarksEncryption; b != nil {
		bookmarks = append(bookmarks, attrs{"job_bookmarks_encryption_mode": b.JobBookmarksEncryptionMode, "kms_key_arn": optional(b.KmsKeyArn)})
	}
	return []attrs{{"s3_encryption": objects, "cloudwatch_encryption": logs, "job_bookmarks_encryption": bookmarks}}
}

// readGlueSettings reads the settings of the account's own catalog, which every Region has.
// Source: https://docs.aws.amazon.com/glue/latest/webapi/API_GetDataCatalogEncryptionSettings.html
func readGlueSettings(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, getGlueSettings, "", p.glue().GetDataCatalogEncryptionSettings, &glue.GetDataCatalogEncryptionSettingsInput{})
	if p.lost(getGlueSettings, "", err) {
		return
	}
	settings := missing()
	if s := out.DataCatalogEncryptionSettings; s != nil {
		rest, passwords := missing(), missing()
		if e := s.EncryptionAtRest; e != nil {
			rest = []attrs{{"catalog_encryption_mode": e.CatalogEncryptionMode, "sse_aws_kms_key_id": optional(e.SseAwsKmsKeyId)}}
		}
		if e := s.ConnectionPasswordEncryption; e != nil {
			passwords = []attrs{{"return_connection_password_encrypted": e.ReturnConnectionPasswordEncrypted, "aws_kms_key_id": optional(e.AwsKmsKeyId)}}
		}
		settings = []attrs{{"encryption_at_rest": rest, "connection_password_encryption": passwords}}
	}
	p.emit(item{typ: "aws_glue_data_catalog_encryption_settings", name: p.account.id, read: r, attrs: attrs{
		"id": p.account.id, "catalog_id": p.account.id, "data_catalog_encryption_settings": settings, "region": p.region,
	}})
}
