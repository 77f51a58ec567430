// The server of the built page gives out what lies in its folder and nothing else.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileFor } from '../../../xtask/js/serve.mjs';

test('a URL names a file inside the folder or nothing', () => {
  /** @type {[string, string | null][]} */
  const cases = [
    ['/chengyan.js', 'chengyan.js'],
    ['/a/b%20c.txt?x=1#y', 'a/b c.txt'],
    ['//chengyan.js', 'chengyan.js'],
    ['/../secret', null],
    ['/%2e%2e/secret', null],
    ['/a/..%2fsecret', null],
    ['/a\\..\\secret', null],
    ['/c:/secret', null],
    ['/.git/config', null],
    ['/%ff', null],
    ['/%4', null],
    ['secret', null],
  ];
  for (const [url, expected] of cases) {
    assert.equal(fileFor('/site', url), expected === null ? null : join('/site', expected), url);
  }
});
