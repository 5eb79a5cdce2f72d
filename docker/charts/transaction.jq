# A hook request with prefetch becomes the transaction that puts its chart on a FHIR server. All ids
# begin with the name of the sample, since samples use the same ones.
[.prefetch[] | values | if .resourceType == "Bundle" then .entry[]?.resource else . end] as $resources
| (reduce $resources[] as $each ({}; .["\($each.resourceType)/\($each.id)"] = true)) as $own
| {
    resourceType: "Bundle",
    type: "transaction",
    entry: [
      $resources[]
      | walk(if type == "string" and $own[.] then sub("/"; "/\($name)-") else . end)
      | .id = "\($name)-\(.id)"
      | {resource: ., request: {method: "PUT", url: "\(.resourceType)/\(.id)"}}
    ]
  }
