/// Escapes texts for the commands that CI services read in a step's output.
///
/// The texts are cleaned before: `##[` and `##vso[` are broken in them wherever they stand.
enum WorkflowCommand {
  /// For what follows `::` in a command of GitHub Actions.
  static func escaped(data: String) -> String {
    data.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// For a property of such a command.
  static func escaped(property: String) -> String {
    escaped(data: property).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// For the text of a logging command of Azure Pipelines.
  static func escaped(azureData: String) -> String {
    azureData.replacing("%", with: "%AZP25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// For a property of such a command.
  static func escaped(azureProperty: String) -> String {
    escaped(azureData: azureProperty).replacing(";", with: "%3B").replacing("]", with: "%5D")
  }
}
