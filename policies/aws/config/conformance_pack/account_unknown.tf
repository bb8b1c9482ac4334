# Another stack may declare one.
variable "template" {
  type = string
}

resource "aws_config_conformance_pack" "given" {
  name          = "baseline"
  template_body = file(var.template)
}
