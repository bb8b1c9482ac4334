package phi

import (
	"maps"

	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// alone are types that hold data and are at no edge. Their tags and names are read.
var alone = []string{
	"aws_appflow_flow", "aws_batch_job_definition", "aws_docdbelastic_cluster", "aws_dsql_cluster", "aws_ecs_cluster", "aws_eks_cluster",
	"aws_keyspaces_table", "aws_kinesis_video_stream", "aws_mwaa_environment", "aws_sagemaker_domain", "aws_sagemaker_notebook_instance",
	"aws_ssm_parameter", "aws_timestreamwrite_database", "aws_workspaces_workspace",
}

// labels are what marks repositories where other things have tags.
var labels = map[string]*resource.Shape{
	"github_repository":                 listed("topics"),
	"github_repository_topics":          listed("topics"),
	"github_repository_custom_property": resource.Merge(listed("property_value"), &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{"property_name": {Kind: resource.String}}}),
}

func listed(attr string) *resource.Shape {
	words := &resource.Shape{Kind: resource.List, Elem: &resource.Shape{Kind: resource.String}}
	return &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{attr: words}}
}

// Want is what a source of configuration (code, plan, state) evaluates so that marks can
// be read and travel: w, and every attribute that a row of the table of edges reads.
// w itself is not changed.
func Want(w resource.Wanted) resource.Wanted {
	out := maps.Clone(w)
	if out == nil {
		out = resource.Wanted{}
	}
	graph.New(Edges()).Want(out)
	for _, typ := range alone {
		out.Add(typ, &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{}})
	}
	for typ, shape := range labels {
		out.Add(typ, shape)
	}
	return out
}

// WantOf is Want for an account: the attributes of types that are in w already and of no
// others, since what is not wanted is not asked for. w itself is not changed.
func WantOf(w resource.Wanted) resource.Wanted {
	out := maps.Clone(w)
	for typ, shape := range Want(w) {
		if _, ok := w[typ]; ok {
			out[typ] = shape
		}
	}
	return out
}
