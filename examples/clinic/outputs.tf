output "portal" {
  description = "Where DNS points the portal's name."
  value       = aws_lb.portal.dns_name
}

output "buckets" {
  value = { for key, bucket in module.bucket : key => bucket.name }
}
