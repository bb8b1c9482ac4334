(function () {
  'use strict';
  var all = function () { return Array.prototype.slice.call(document.querySelectorAll('details')); };
  var set = function (open) { all().forEach(function (d) { d.open = open; }); };
  document.getElementById('tools').hidden = false;
  document.getElementById('expand').addEventListener('click', function () { set(true); });
  document.getElementById('collapse').addEventListener('click', function () { set(false); });
  // Paper cannot be opened: print everything, then restore what was there.
  var closed = [];
  window.addEventListener('beforeprint', function () { closed = all().filter(function (d) { return !d.open; }); set(true); });
  window.addEventListener('afterprint', function () { closed.forEach(function (d) { d.open = false; }); });
  // A link to a rule opens it.
  var reveal = function () {
    var at = location.hash && document.getElementById(location.hash.slice(1));
    for (var e = at; e; e = e.parentElement) { if (e.tagName === 'DETAILS') { e.open = true; } }
    if (at) { at.scrollIntoView(); }
  };
  window.addEventListener('hashchange', reveal);
  reveal();
}());
