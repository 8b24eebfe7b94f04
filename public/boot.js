// Chạy trước khi trang được vẽ: chọn sáng hay tối, rồi khởi động phần WebAssembly.
// Nơi lấy mã đứng trong data-glue, data-wasm, data-sw của chính thẻ script này. Không có gì ở đây thì trang vẫn đọc được.
(function () {
  "use strict";
  var root = document.documentElement;
  var from = document.currentScript.dataset;
  var theme = new URLSearchParams(location.search).get("theme");
  try {
    theme = theme || localStorage.getItem("theme");
  } catch (blocked) {
    // Bộ nhớ bị chặn: theo hệ điều hành.
  }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  function url(path) {
    return new URL(path, document.baseURI).href;
  }
  function failed(error) {
    console.error(error);
    if (root.dataset.app !== "live") root.dataset.app = "failed";
  }
  function start() {
    import(url(from.glue))
      .then(function (glue) {
        return glue.default({ module_or_path: url(from.wasm) });
      })
      .catch(failed);
    // Một phần của trang chờ một chương trình khác: tải khi có người hỏi, một lần.
    var asked = false;
    document.addEventListener("ngay-so:ban-do", function () {
      if (asked || !from.mapGlue) return;
      asked = true;
      import(url(from.mapGlue))
        .then(function (glue) {
          return glue.default({ module_or_path: url(from.mapWasm) });
        })
        .catch(function (error) {
          console.error(error);
          asked = false;
          document.dispatchEvent(new Event("ngay-so:ban-do-hong"));
        });
    });
    if (from.sw && navigator.serviceWorker) {
      var sw = url(from.sw);
      // Chính sách Trusted Types chỉ cho đúng một địa chỉ này đi qua.
      if (window.trustedTypes)
        sw = trustedTypes.createPolicy("boot", { createScriptURL: function () { return sw; } }).createScriptURL("");
      addEventListener("load", function () {
        navigator.serviceWorker.register(sw).catch(console.warn);
      });
    }
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
