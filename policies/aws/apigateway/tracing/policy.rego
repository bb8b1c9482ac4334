# METADATA
# title: API Gateway traces calls
# description: >-
#   A trace follows a request through the services behind the API, and shows after an incident where it went. Annotations
#   and metadata that code adds to traces must not hold PHI.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage
# custom:
#   id: HIPAA-API-004
#   severity: low
#   citations: ["164.312(b)"]
#   resources: {aws_api_gateway_stage: {xray_tracing_enabled: bool}}
#   remediation: Set xray_tracing_enabled = true on the stage, and keep PHI out of annotations.
package hipaactl.aws.apigateway.tracing

deny contains {"paths": ["xray_tracing_enabled"], "message": "calls are not traced"} if not input.xray_tracing_enabled
