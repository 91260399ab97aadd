import Dispatch
import HTTP
import Synchronization

/// Sends requests with libcurl.
///
/// Proxies are those of the environment (`https_proxy`, `no_proxy`); trusted are the authorities of the system.
/// Connections stay open for the next request.
final class CurlTransport: Transport {
  private let address: ServiceAddress
  private let credentials: Credentials?
  private let timeout: Int
  private let limit: TimeLimit?
  /// Those that carry no request now.
  private let idle = Mutex<[CurlHandle]>([])
  private let queue = DispatchQueue(label: "requests", attributes: .concurrent)

  /// - Parameters:
  ///   - credentials: `nil` to ask as nobody in particular.
  ///   - timeout: How long the server may be silent, in seconds.
  ///   - limit: What all requests have together; `nil` for as long as it takes.
  init(_ address: ServiceAddress, credentials: Credentials?, timeout: Int, limit: TimeLimit? = nil) {
    self.address = address
    self.timeout = timeout
    self.credentials = credentials
    self.limit = limit
  }

  func reply(to request: Request) async throws(TransportError) -> Reply {
    let result = await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.perform(request)) }
    }
    return try result.get()
  }

  private func perform(_ request: Request) -> Result<Reply, TransportError> {
    guard let handle = idle.withLock({ $0.popLast() }) ?? CurlHandle() else {
      return .failure(.unreachable("libcurl did not start"))
    }
    defer { idle.withLock { $0.append(handle) } }
    let result = handle.send(request, to: address, authorization: credentials?.header, timeout: timeout, limit: limit)
    return result.map { credentials?.covering($0) ?? $0 }
  }
}
