variable "name" {
  type = string
}

variable "data_class" {
  description = "PHI, Audit, Internal or Public."
  type        = string

  validation {
    condition     = contains(["PHI", "Audit", "Internal", "Public"], var.data_class)
    error_message = "data_class must be PHI, Audit, Internal or Public."
  }
}

variable "algorithm" {
  type    = string
  default = "AES256"
}

variable "kms_key_arn" {
  description = "Key for aws:kms."
  type        = string
  default     = null
}

variable "public" {
  description = "Anyone may read the objects."
  type        = bool
  default     = false
}

variable "versioned" {
  type    = bool
  default = true
}

variable "expire_days" {
  description = "After how many days objects and their old versions end; null keeps them."
  type        = number
  default     = null
}

variable "lock" {
  description = "Default retention of Object Lock."
  type = object({
    mode = string
    days = number
  })
  default = null
}

variable "log_bucket" {
  description = "Name of the bucket that receives the server access logs."
  type        = string
  default     = null
}

variable "writers" {
  description = "AWS services of this account that deliver to the bucket."
  type = map(object({
    service   = string
    reads_acl = optional(bool, false)
  }))
  default = {}
}
